import { join } from 'node:path';
import { styleText } from 'node:util';
import { PreflagError } from '@preflag/core';
import { neutralise, renderPretty, withEvidence, type EvidenceLevel } from '@preflag/reporters/terminal';
import { resumeFolder, type RunEvent, type Waiting } from '@preflag/runs';
import { run, type RunOptions } from '../../run/run.ts';
import { openAgent } from '../lib/agent-of.ts';
import { answersOf } from '../lib/answers-of.ts';
import { exitCodeOf } from '../lib/exit-code.ts';
import { parseOutputs, showSurroundings, wantsColor, writeOutputs } from '../lib/output.ts';
import { print } from '../lib/print.ts';
import { evidenceOf, OUTPUT_FLAGS } from '../lib/output-flags.ts';
import { type Arguments, EXIT, type Verb } from '../lib/verb.ts';

export const runVerb: Verb = {
  name: 'run',
  usage: 'run JOB',
  summary: 'Runs an agent on a job in the sandbox, checks what it hands in, feeds the findings back, and stores every attempt.',
  flags: {
    agent: {
      type: 'string',
      value: 'WHAT',
      text: 'a .ts or .js module; cmd:COMMAND, a program in bubblewrap; model:NAME, a model with tools',
    },
    model: { type: 'string', value: 'NAME', text: 'a model that the module or command may use; its key stays outside' },
    'max-tokens': { type: 'string', value: 'N', text: 'most tokens of the model in one attempt, input and output together' },
    'max-turns': { type: 'string', value: 'N', text: 'most answers of model:NAME in one attempt (default 30)' },
    read: { type: 'string', multiple: true, value: 'PATH', text: 'a file or folder that a command may read, beside the system' },
    cycles: { type: 'string', value: 'N', text: 'attempts after the first, while the delivery does not pass (default 1)' },
    sandbox: {
      type: 'string',
      value: 'LEVEL',
      text: 'standard (default): a Node process without file system or child processes; strict: that in bubblewrap, on Linux, and the checks as well',
    },
    'unsafe-no-sandbox': { type: 'boolean', text: 'runs a command without a sandbox: it may do all that you may' },
    out: { type: 'string', value: 'DIR', text: 'a new folder for the attempts (default .preflag/runs/JOB-TIME)' },
    resume: { type: 'string', value: 'DIR', text: 'goes on with the run in DIR that waits for an answer' },
    answer: {
      type: 'string',
      multiple: true,
      value: 'TEXT',
      text: 'with --resume: an answer for each question in turn (yes or no where it asks for leave)',
    },
    ...OUTPUT_FLAGS,
  },
  examples: [
    'preflag run job.yaml --agent agent.ts --cycles 3 --sandbox strict',
    'preflag run job.yaml --agent "cmd:python3 agent.py"',
    'OPENAI_API_KEY=… preflag run job.yaml --agent model:gpt-5',
    "preflag run job.yaml --agent agent.ts --resume .preflag/runs/q3 --answer 'The second one'",
  ],
  async run(args) {
    const [job] = args.positionals;
    if (job === undefined) throw new PreflagError('usage', 'preflag run needs a JOB file. See: preflag run --help');
    const outputs = parseOutputs(args.texts('format'));
    const evidence = evidenceOf(args);
    await using opened = await openAgent(args);
    const resumed = args.text('resume');
    const out = resumed ?? args.text('out') ?? defaultFolder(job);
    const answers = await answersFor(resumed, args);
    const color = wantsColor(args.isSet('no-color'));
    const isQuiet = args.isSet('quiet') || outputs.some(({ file, format }) => file === undefined && format !== 'pretty');
    const { events, result } = run(job, opened.agent, {
      cycles: cyclesOf(args),
      store: out,
      signal: args.signal,
      ...(args.text('sandbox') === 'strict' && { sandbox: 'strict' }),
      ...(showSurroundings(outputs) && { surroundings: true }),
      ...(answers && { answers }),
    });
    for await (const event of events) if (!isQuiet) await print(describe(event, color, evidence));
    const { attempts, verdict, waiting } = await result;
    const last = attempts.at(-1);
    // Without --quiet every report was shown when it came.
    const wanted = args.texts('format').length > 0 || args.isSet('quiet') ? outputs : [];
    if (last) await writeOutputs(wanted, [last.report], { quiet: args.isSet('quiet'), color, ...(evidence && { evidence }) });
    if (waiting) {
      await print(describeWaiting(waiting, args, out));
      return EXIT.waiting;
    }
    if (!isQuiet) await print(`\nThe attempts are in ${out}\n`);
    return exitCodeOf([verdict]);
  },
};

async function answersFor(folder: string | undefined, args: Arguments): Promise<RunOptions['answers']> {
  const texts = args.texts('answer');
  if (folder === undefined && texts.length > 0) throw new PreflagError('usage', '--answer needs --resume DIR: the run that waits.');
  if (folder === undefined) return undefined;
  if (args.text('out') !== undefined) throw new PreflagError('usage', '--resume DIR goes on in DIR; --out cannot be given beside it.');
  const { run } = await resumeFolder(folder);
  return answersOf(run.waiting.questions, texts);
}

/** What the agent asks, and how to answer. */
function describeWaiting({ questions }: Waiting, args: Arguments, folder: string): string {
  const asked = questions.map(({ kind, text, details }) => {
    const about = details === undefined ? '' : `\n    ${neutralise(JSON.stringify(details))}`;
    return `  ${neutralise(text)}${kind === 'approve' ? ' (yes or no)' : ''}${about}\n`;
  });
  const answers = questions.map(({ kind }) => `--answer ${kind === 'approve' ? "'yes'" : "'…'"}`).join(' ');
  const command = `preflag run ${args.positionals[0]} --agent ${quoted(args.text('agent') ?? '')} --resume ${quoted(folder)} ${answers}`;
  return `\nThe agent waits for a person:\n${asked.join('')}\nGo on with:\n  ${command}\n`;
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
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
function describe(event: RunEvent, color: boolean, evidence: EvidenceLevel = 'full'): string {
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
      return `${renderPretty([withEvidence(event.report, evidence)], { color, width: process.stdout.columns ?? 100 })}${since}\n`;
    }
    case 'feedback':
      return style('dim', `  The findings go back to the agent (${event.text.length.toLocaleString('en-US')} characters).\n\n`);
    default:
      return '';
  }
}
