import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { PreflagError } from '@preflag/core';
import { neutralise, renderPretty } from '@preflag/reporters';
import type { RunEvent } from '@preflag/runs';
import type { Sandbox } from '@preflag/sandbox';
import { run } from '../../run/run.ts';
import { exitCodeOf } from '../lib/exit-code.ts';
import { parseOutputs, print, wantsColor, writeOutputs } from '../lib/output.ts';
import type { Arguments, Verb } from '../lib/verb.ts';

export const runVerb: Verb = {
  name: 'run',
  usage: 'run JOB',
  summary: 'Runs an agent on a job in the sandbox, checks what it hands in, feeds the findings back, and stores every attempt.',
  flags: {
    agent: { type: 'string', value: 'FILE', text: 'the agent: a .ts or .js module' },
    cycles: { type: 'string', value: 'N', text: 'attempts after the first, while the delivery does not pass (default 1)' },
    sandbox: {
      type: 'string',
      value: 'LEVEL',
      text: 'standard (default): a Node process without file system or child processes; strict: that in bubblewrap, on Linux',
    },
    out: { type: 'string', value: 'DIR', text: 'a new folder for the attempts (default .preflag/runs/JOB-TIME)' },
    format: {
      type: 'string',
      multiple: true,
      value: 'NAME[=FILE]',
      text: 'the last report as pretty or json, to standard output or a file',
    },
    quiet: { type: 'boolean', text: 'only findings and the verdict' },
    'no-color': { type: 'boolean', text: 'no colours' },
  },
  examples: ['preflag run job.yaml --agent agent.ts', 'preflag run job.yaml --agent agent.ts --cycles 3 --sandbox strict'],
  async run(args) {
    const [job] = args.positionals;
    if (job === undefined) throw new PreflagError('usage', 'preflag run needs a JOB file. See: preflag run --help');
    const outputs = parseOutputs(args.texts('format'));
    const file = agentFile(args);
    await using sandbox = await sandboxOf(args);
    const { agents } = await import('@preflag/agents');
    const agent = agents.module(file, { sandbox });
    const out = args.text('out') ?? defaultFolder(job);
    const color = wantsColor(args.isSet('no-color'));
    const isQuiet = args.isSet('quiet') || outputs.some(({ file, format }) => file === undefined && format === 'json');
    const { events, result } = run(job, agent, { cycles: cyclesOf(args), store: out, signal: args.signal });
    for await (const event of events) if (!isQuiet) await print(describe(event, color));
    const { attempts, verdict } = await result;
    const last = attempts.at(-1);
    // Without --quiet every report was shown when it came.
    const wanted = args.texts('format').length > 0 || args.isSet('quiet') ? outputs : [];
    if (last) await writeOutputs(wanted, [last.report], { quiet: args.isSet('quiet'), color });
    if (!isQuiet) await print(`\nThe attempts are in ${out}\n`);
    return exitCodeOf([verdict]);
  },
};

function agentFile(args: Arguments): string {
  const agent = args.text('agent');
  if (agent === undefined)
    throw new PreflagError('usage', 'preflag run needs --agent FILE: a .ts or .js module that exports the agent. See: preflag run --help');
  for (const kind of ['cmd:', 'model:']) {
    if (agent.startsWith(kind))
      throw new PreflagError('usage', `--agent ${kind}… is not there yet; this version runs agents from a .ts or .js module.`);
  }
  if (!existsSync(agent)) throw new PreflagError('path', `There is no agent at ${agent}.`);
  return agent;
}

/** @throws {PreflagError} `sandbox` when the level cannot be had: nothing weaker is put in its place */
async function sandboxOf(args: Arguments): Promise<Sandbox> {
  const level = args.text('sandbox') ?? 'standard';
  if (level !== 'standard' && level !== 'strict') {
    throw new PreflagError('usage', `--sandbox is '${level}'; the levels are standard and strict.`);
  }
  const { createSandbox } = await import('@preflag/sandbox');
  return createSandbox({ level });
}

function cyclesOf(args: Arguments): number {
  const text = args.text('cycles') ?? '1';
  const cycles = Number(text);
  if (!Number.isInteger(cycles) || cycles < 0)
    throw new PreflagError('usage', `--cycles is '${text}'; it must be a whole number, 0 or more.`);
  return cycles;
}

function defaultFolder(job: string): string {
  const name = job.split(/[/\\]/).findLast((part) => !/^job\.ya?ml$/i.test(part) && part !== '.' && part !== '..') ?? 'job';
  const time = new Date().toISOString().replaceAll(':', '-').replace(/\..*/, '');
  return join('.preflag', 'runs', `${name.replace(/\.[a-z]+$/i, '')}-${time}`);
}

/** What happened, as it happens. */
function describe(event: RunEvent, color: boolean): string {
  const style = (format: 'bold' | 'dim', text: string): string => (color ? styleText(format, text, { validateStream: false }) : text);
  switch (event.type) {
    case 'attempt-started':
      return `${style('bold', `── Attempt ${event.attempt} ${'─'.repeat(60)}`)}\n`;
    case 'log':
      return style('dim', `  agent ${event.line.level}: ${neutralise(event.line.text)}\n`);
    case 'delivered': {
      const { status, reason, files, usage } = event.result;
      const names = Object.keys(files).map((name) => neutralise(name));
      return `  ended ${status}${reason ? ` (${neutralise(reason)})` : ''} after ${(usage.wallMs / 1000).toFixed(1)} s, handed in ${names.length > 0 ? names.join(', ') : 'nothing'}\n\n`;
    }
    case 'checked': {
      const { comparison } = event;
      const since = comparison
        ? `${style('bold', 'Since the last attempt')}: ${comparison.fixed.length} fixed, ${comparison.removed.length} removed, ${comparison.remaining.length} remaining, ${comparison.new.length} new, ${comparison.reopened.length} reopened${comparison.unchecked.length > 0 ? `, ${comparison.unchecked.length} not checked again` : ''}\n`
        : '';
      return `${renderPretty([event.report], { color, width: process.stdout.columns ?? 100 })}${since}\n`;
    }
    case 'feedback':
      return style('dim', `  The findings go back to the agent (${event.text.length.toLocaleString('en-US')} characters).\n\n`);
    default:
      return '';
  }
}
