import { existsSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { PreflagError } from '@preflag/core';
import { createSandbox, type Grants, type Sandbox, type SandboxLevel, type SandboxRun, type SandboxRunOptions } from '@preflag/sandbox';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../lib/cli.ts';
import { type Attack, ATTACKS, STATUS_OF_OUTCOME } from './attacks.ts';
import { GRANTED } from './granted-attacks.ts';
import { HOST_SECRET, LIMITS as GRANT_LIMITS, openHost } from './grants.ts';
import { environmentOf, workerProcesses } from './processes.ts';

const MB = 1024 * 1024;
const LIMITS = {
  runMs: 10_000,
  runBytes: 256 * MB,
  isolateMb: 64,
  logBytes: 2000,
  workspaceBytes: 4 * MB,
  workspaceFiles: 50,
  hostCalls: 2000,
  ...GRANT_LIMITS,
};
const CANARY = 'canary-8c1f';
process.env['PREFLAG_TEST_SECRET'] = CANARY;

const host = await openHost();
const { human: _people, ...withoutPeople } = host.grants;
const sandboxes: Sandbox[] = [];
afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await Promise.all(sandboxes.map((sandbox) => sandbox[Symbol.asyncDispose]()));
  await noneLeft();
});

const GRANT_NAMES = 'model, tools, fetch, human, env';
const PRELUDE = `const codesOf = async (...calls) => {
  const codes = [];
  for (const call of calls) codes.push(await call().then(() => 'done', (error) => error.code ?? error.name));
  return codes;
};`;

/** The sandbox of a level; none where the level cannot be had. */
async function open(level: SandboxLevel): Promise<Sandbox[]> {
  try {
    const sandbox = await createSandbox({ level, limits: LIMITS });
    sandboxes.push(sandbox);
    return [sandbox];
  } catch (error) {
    if (!PreflagError.isInstance(error) || error.code !== 'sandbox' || level === 'standard') throw error;
    process.stdout.write(`The attacks on the level ${level} are skipped: ${error.message}\n`);
    return [];
  }
}

const OPENED = (
  await Promise.all((['standard', 'strict'] as const).map(async (level) => (await open(level)).map((sandbox) => [level, sandbox] as const)))
).flat();

describe.each(OPENED)('the level %s', (level, opened) => {
  const run = (body: string, options: Pick<SandboxRunOptions, 'limits' | 'capabilities'> = {}): Promise<SandboxRun> =>
    opened.run(`${PRELUDE} export async function agent(task, { files, deliver, log, ${GRANT_NAMES} }) { ${body} }`, {
      args: [{ list: [1], text: 'x', ...host.addresses }],
      files: { in: Uint8Array.from([1, 2, 3]) },
      ...options,
    });

  test('is in force', () => expect(opened.level).toBe(level));

  /** Runs an attack, and then something else, which must be fine. */
  const wrongsAfter = async (attack: Attack, capabilities: Grants = {}): Promise<readonly string[]> => {
    const runMs = attack.ends.includes('T') ? 500 : LIMITS.runMs;
    const ended = await run(attack.body, { limits: { runMs, ...attack.limits }, capabilities });
    expectNothingOfTheHost(ended);
    expect(host.trespasses).toEqual([]);

    expect(await run('return 1 + 1')).toMatchObject({ status: 'ok', result: 2, log: [] });
    expect([Object.keys(Object.prototype), Object.keys(Array.prototype), existsSync('attack')]).toEqual([[], [], false]);
    return wrongsOf(ended, attack);
  };

  test.each(ATTACKS.map((attack) => [attack.attack, attack.name, attack] as const))('attack %i: %s', async (_number, _name, attack) => {
    expect(await wrongsAfter(attack)).toEqual([]);
  });

  test.each(GRANTED.map((attack) => [attack.attack, attack.name, attack] as const))(
    'attack %i, with grants: %s',
    async (_number, _name, attack) => {
      expect(await wrongsAfter(attack, attack.body.includes('human.') ? host.grants : withoutPeople)).toEqual([]);
    },
  );

  test('workers have no environment', async () => {
    await run('return 1');
    const names = workerProcesses().flatMap((pid) => environmentOf(pid));
    expect(names.filter((name) => name !== 'PWD')).toEqual([]);
  });
});

/** In what an end differs from those that the table states. */
function wrongsOf({ status, reason, result, truncated }: SandboxRun, { ends, says, ...attack }: Attack): readonly string[] {
  const isStated = ends.some((end) => STATUS_OF_OUTCOME[end] === status || (end === 'O' && truncated !== undefined));
  const isSaid = !says || status === 'timeout' || says.test(reason);
  const isFound = !('finds' in attack) || status !== 'ok' || isDeepStrictEqual(result, attack.finds);
  const isReasoned = (status === 'ok') === (reason === '');
  const shown = JSON.stringify(result) ?? 'nothing';
  return [
    ...(isStated ? [] : [`It ended ${status}: ${reason}`]),
    ...(isSaid ? [] : [`It said: ${reason}`]),
    ...(isFound ? [] : [`It found ${shown}`]),
    ...(isReasoned ? [] : [`It ended ${status} with the reason '${reason}'`]),
  ];
}

/** No path, name or secret of this machine stands in a text; and no character that a terminal would obey. */
function expectNothingOfTheHost({ reason, result, log, journal, questions }: SandboxRun): void {
  const text = JSON.stringify([reason, result, log, journal, questions]);
  // A short name, such as that of a host, stands in other words.
  const secrets = [CANARY, HOST_SECRET, ROOT, homedir(), hostname(), 'node_modules', 'file://', 'node:internal'].filter(
    ({ length }) => length > 3,
  );
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  expect([reason, ...log.map((line) => line.text)].join('\n')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
}

/** Waits for what was killed to be gone. A worker that stays fails by the time limit of the test. */
async function noneLeft(): Promise<void> {
  while (workerProcesses().length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}
