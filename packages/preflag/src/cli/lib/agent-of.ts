import { existsSync } from 'node:fs';
import { type Agent, type ModelClient, PreflagError } from '@preflag/core';
import type { Sandbox } from '@preflag/sandbox';
import type { Arguments } from './verb.ts';

/** The agent of `--agent`, with the sandbox that it needs. */
export interface OpenedAgent extends AsyncDisposable {
  readonly agent: Agent;
}

/**
 * `--agent FILE`, `--agent cmd:COMMAND` or `--agent model:NAME`.
 *
 * @throws {PreflagError} `usage`, `path`, `model`; `sandbox` when the level cannot be had: nothing weaker is put in its place
 */
export async function openAgent(args: Arguments): Promise<OpenedAgent> {
  const wanted = args.text('agent');
  if (wanted === undefined) {
    throw new PreflagError(
      'usage',
      'preflag run needs --agent: a .ts or .js module that exports the agent, cmd:COMMAND or model:NAME. See: preflag run --help',
    );
  }
  const [kind, ...rest] = wanted.split(':');
  const isUnsafe = args.isSet('unsafe-no-sandbox');
  if (isUnsafe && kind !== 'cmd')
    throw new PreflagError('usage', '--unsafe-no-sandbox is for --agent cmd:… only; other agents are always in the sandbox.');
  if (kind === 'cmd') return { agent: await commandOf(rest.join(':'), args, isUnsafe), ...NOTHING_TO_CLOSE };
  if (kind === 'model' && args.text('model') !== undefined) {
    throw new PreflagError('usage', '--model is for modules and commands; --agent model:NAME names its model itself.');
  }
  if (kind !== 'model' && !existsSync(wanted)) throw new PreflagError('path', `There is no agent at ${wanted}.`);
  const [{ agents }, sandbox] = await Promise.all([import('@preflag/agents'), sandboxOf(args)]);
  const close = { [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose]() };
  try {
    if (kind === 'model') {
      const [tokens, turns] = [countOf(args, 'max-tokens'), countOf(args, 'max-turns')];
      const budget = { ...(tokens !== undefined && { tokens }), ...(turns !== undefined && { turns }) };
      return { agent: agents.loop({ model: rest.join(':'), sandbox, budget }), ...close };
    }
    const client = await modelOf(args);
    const maxTokens = countOf(args, 'max-tokens');
    const capabilities = { human: {}, ...(client && { model: { client, ...(maxTokens !== undefined && { maxTokens }) } }) };
    return { agent: agents.module(wanted, { sandbox, capabilities }), ...close };
  } catch (error) {
    await sandbox[Symbol.asyncDispose]();
    throw error;
  }
}

const NOTHING_TO_CLOSE: AsyncDisposable = { [Symbol.asyncDispose]: () => Promise.resolve() };

async function commandOf(command: string, args: Arguments, unsafeNoSandbox: boolean): Promise<Agent> {
  if (args.text('sandbox') === 'standard') {
    throw new PreflagError('usage', "A command runs at the level strict, or with --unsafe-no-sandbox in none; it has no level 'standard'.");
  }
  const [{ agents }, argv, client] = await Promise.all([import('@preflag/agents'), wordsOf(command), modelOf(args)]);
  const tokens = countOf(args, 'max-tokens');
  return agents.command({
    argv,
    unsafeNoSandbox,
    read: args.texts('read'),
    ...(client && { model: client }),
    ...(tokens !== undefined && { budget: { tokens } }),
  });
}

/** Words as a shell would see them. What only a shell can do is refused, since none is there. */
async function wordsOf(command: string): Promise<readonly string[]> {
  // A module in CommonJS: bundled, it has a default export only.
  const { default: shellQuote } = await import('shell-quote');
  return shellQuote
    .parse(command, (name) => ({ op: `$${name}` }))
    .map((word) => {
      if (typeof word === 'string') return word;
      const found = 'op' in word ? word.op : '#';
      if (found === 'glob' && 'pattern' in word) return word.pattern;
      throw new PreflagError(
        'usage',
        `--agent cmd: is run without a shell, so '${found}' means nothing. Put it into a script, or say: cmd:sh -c '…'`,
      );
    });
}

async function modelOf(args: Arguments): Promise<ModelClient | undefined> {
  const name = args.text('model');
  return name === undefined ? undefined : (await import('@preflag/agents')).modelFromEnv(name);
}

function countOf(args: Arguments, flag: string): number | undefined {
  const text = args.text(flag);
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new PreflagError('usage', `--${flag} is '${text}'; it must be a whole number, 1 or more.`);
  if (args.text('model') === undefined && !args.text('agent')?.startsWith('model:')) {
    throw new PreflagError('usage', `--${flag} needs a model: --agent model:NAME, or --model NAME.`);
  }
  return count;
}

async function sandboxOf(args: Arguments): Promise<Sandbox> {
  const level = args.text('sandbox') ?? 'standard';
  if (level !== 'standard' && level !== 'strict') {
    throw new PreflagError('usage', `--sandbox is '${level}'; the levels are standard and strict.`);
  }
  const { createSandbox } = await import('@preflag/sandbox');
  return createSandbox({ level });
}
