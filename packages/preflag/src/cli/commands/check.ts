import { readFileSync } from 'node:fs';
import { FAIL_ON, messageOf, PreflagError, REQUIRED_INPUTS, type Gate, type Report } from '@preflag/core';
import { planFixes } from '@preflag/fixes/plan';
import { check } from '../../check/check.ts';
import type { CheckOptions } from '../../check/check-options.ts';
import { exitCodeOf } from '../lib/exit-code.ts';
import { parseOutputs, wantsColor, writeOutputs, type Output } from '../lib/output.ts';
import { showFixed, showPlan } from '../lib/show-fixes.ts';
import { showProgress } from '../lib/progress.ts';
import type { Arguments, Verb } from '../lib/verb.ts';

export const checkVerb: Verb = {
  name: 'check',
  usage: 'check PATH…',
  summary: 'Checks deliveries. A folder is a delivery; a file is a part of one.',
  flags: {
    job: { type: 'string', value: 'FILE', text: 'what was asked: the job file' },
    before: { type: 'string', value: 'PATH', text: 'the file as it was before, or a folder paired by relative path' },
    source: { type: 'string', value: 'PATH', text: 'the text that was translated, or a folder paired by relative path' },
    message: { type: 'string', value: 'FILE', text: "the agent's last words" },
    encoding: { type: 'string', value: 'NAME', text: 'the encoding of text that is no UTF-8 and has no byte order mark: windows-1252 ...' },
    only: { type: 'string', multiple: true, value: 'GLOB', text: 'only rules that match; repeatable' },
    skip: { type: 'string', multiple: true, value: 'GLOB', text: 'no rules that match; repeatable' },
    'fail-on': {
      type: 'string',
      value: 'LEVEL',
      text: `certain findings from this severity on fail: ${FAIL_ON.join(', ')} (default important)`,
    },
    require: {
      type: 'string',
      multiple: true,
      value: 'INPUTS',
      text: `incomplete without these, by commas: ${REQUIRED_INPUTS.join(', ')}`,
    },
    format: { type: 'string', multiple: true, value: 'NAME[=FILE]', text: 'pretty or json, to standard output or a file; repeatable' },
    'fix-dry-run': { type: 'boolean', text: 'shows what --fix would change, and changes nothing' },
    fix: { type: 'boolean', text: 'writes a copy of the delivery with its safe fixes into --out, and checks the copy' },
    out: { type: 'string', value: 'DIR', text: 'where --fix puts the copy: a folder that is empty or not there yet' },
    sandbox: {
      type: 'string',
      value: 'LEVEL',
      text: 'standard (default), or strict: check workers without network, in bubblewrap; refused where it cannot be had',
    },
    concurrency: { type: 'string', value: 'N', text: 'check workers at the same time (default: cores, at most 4)' },
    timeout: { type: 'string', value: 'SECONDS', text: 'ends with exit code 3 when a delivery takes longer' },
    quiet: { type: 'boolean', text: 'only findings and the verdict' },
    'no-color': { type: 'boolean', text: 'no colours; NO_COLOR and FORCE_COLOR are honoured too' },
  },
  examples: [
    'preflag check out',
    'preflag check out --job job.yaml --format json=report.json --format pretty',
    'preflag check report.de.md --source report.md',
    'preflag check sales.xlsx --before sales-before.xlsx',
    'preflag check out --fix-dry-run',
    'preflag check out --fix --out fixed',
  ],
  async run(args) {
    if (args.positionals.length === 0)
      throw new PreflagError('usage', 'preflag check needs a PATH: the delivered folder, or a file. See: preflag check --help');
    const outputs = parseOutputs(args.texts('format'));
    const look = { quiet: args.isSet('quiet'), color: wantsColor(args.isSet('no-color')) };
    const out = wantedOut(args);
    if (out !== undefined) return fixOne(args, out, outputs, look);
    const reports: Report[] = [];
    for (const path of args.positionals) reports.push(await checkOne(path, args));
    await writeOutputs(outputs, reports, look);
    if (args.isSet('fix-dry-run')) await showPlan(reports.map(planFixes), outputs);
    return exitCodeOf(reports.map(({ verdict }) => verdict));
  },
};

/** @throws {PreflagError} `usage` where --fix and --out do not go together */
function wantedOut(args: Arguments): string | undefined {
  const out = args.text('out');
  if (!args.isSet('fix')) {
    if (out !== undefined) throw new PreflagError('usage', '--out is where --fix puts its copy; say --fix too.');
    return undefined;
  }
  if (args.isSet('fix-dry-run')) throw new PreflagError('usage', 'Say --fix-dry-run to see what would change, or --fix to make the copy.');
  if (out === undefined) throw new PreflagError('usage', '--fix needs --out DIR: the delivery itself is never changed.');
  if (args.positionals.length > 1) throw new PreflagError('usage', '--fix takes one PATH: the delivered folder, or one file of it.');
  return out;
}

async function fixOne(args: Arguments, out: string, outputs: readonly Output[], look: Look): Promise<number> {
  const [{ fix }, [path = '']] = [await import('../../fix/fix.ts'), args.positionals];
  const { report, applied, left } = await withOptions(path, args, (options) => fix(path, { ...options, out }));
  await writeOutputs(outputs, [report], look);
  await showFixed({ applied, left, out }, outputs);
  return exitCodeOf([report.verdict]);
}

interface Look {
  readonly quiet: boolean;
  readonly color: boolean;
}

function checkOne(path: string, args: Arguments): Promise<Report> {
  return withOptions(path, args, (options) => check(path, options));
}

/** Calls `work` with what the flags say, under the time of --timeout. */
async function withOptions<T>(path: string, args: Arguments, work: (options: CheckOptions) => Promise<T>): Promise<T> {
  const [job, before, source, message, encoding, timeout, concurrency] = [
    'job',
    'before',
    'source',
    'message',
    'encoding',
    'timeout',
    'concurrency',
  ].map(args.text);
  const sandbox = args.text('sandbox');
  const seconds = timeout === undefined ? undefined : positive('timeout', timeout);
  const limit = seconds === undefined ? undefined : AbortSignal.timeout(seconds * 1000);
  const progress = showProgress(path);
  try {
    return await work({
      gate: gateOf(args),
      only: args.texts('only'),
      skip: args.texts('skip'),
      signal: limit ? AbortSignal.any([args.signal, limit]) : args.signal,
      onProgress: progress.update,
      ...(job !== undefined && { job }),
      ...(before !== undefined && { before }),
      ...(source !== undefined && { source }),
      ...(encoding !== undefined && { encoding }),
      ...(message !== undefined && { message: readMessage(message) }),
      ...(sandbox !== undefined && { sandbox: oneOf('sandbox', sandbox, ['standard', 'strict']) }),
      ...(concurrency !== undefined && { concurrency: Math.ceil(positive('concurrency', concurrency)) }),
    });
  } catch (error) {
    if (limit?.aborted) throw new PreflagError('limit', `Checking ${path} took longer than ${seconds} s (--timeout).`, { cause: error });
    throw error;
  } finally {
    progress.clear();
  }
}

function gateOf(args: Arguments): Partial<Gate> {
  const failOn = args.text('fail-on');
  const require = args
    .texts('require')
    .flatMap((text) => text.split(',').map((word) => word.trim()))
    .filter((word) => word !== '');
  return {
    ...(failOn !== undefined && { failOn: oneOf('fail-on', failOn, FAIL_ON) }),
    ...(require.length > 0 && { require: require.map((word) => oneOf('require', word, REQUIRED_INPUTS)) }),
  };
}

function oneOf<T extends string>(flag: string, word: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === word);
  if (found === undefined) throw new PreflagError('usage', `--${flag} is '${word}'; it must be one of ${known.join(', ')}.`);
  return found;
}

function positive(flag: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new PreflagError('usage', `--${flag} is '${text}'; it must be a number above 0.`);
  return number;
}

function readMessage(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PreflagError('path', `The message file ${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}
