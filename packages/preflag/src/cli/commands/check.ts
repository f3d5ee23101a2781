import { PreflagError, type Report } from '@preflag/core';
import { planFixes } from '@preflag/fixes/plan';
import { check } from '../../check/check.ts';
import type { CheckOptions } from '../../check/check-options.ts';
import { CHECK_FLAGS, checkOptionsOf, timeoutOf } from '../lib/check-flags.ts';
import { exitCodeOf } from '../lib/exit-code.ts';
import { parseOutputs, showSurroundings, wantsColor, writeOutputs, type Output, type OutputLook } from '../lib/output.ts';
import { evidenceOf, OUTPUT_FLAGS } from '../lib/output-flags.ts';
import { showBatchProgress, showProgress } from '../lib/progress.ts';
import { showFixed, showPlan } from '../lib/show-fixes.ts';
import { statsText } from '../lib/show-stats.ts';
import type { Arguments, Verb } from '../lib/verb.ts';

export const checkVerb: Verb = {
  name: 'check',
  usage: 'check PATH…',
  summary: 'Checks deliveries. A folder is a delivery; a file is a part of one.',
  flags: {
    ...CHECK_FLAGS,
    jobs: {
      type: 'string',
      multiple: true,
      value: 'GLOB',
      text: "checks the folder 'delivered' of each job that matches, instead of PATH",
    },
    ...OUTPUT_FLAGS,
    'fix-dry-run': { type: 'boolean', text: 'shows what --fix would change, and changes nothing' },
    fix: { type: 'boolean', text: 'writes a copy of the delivery with its safe fixes into --out, and checks the copy' },
    out: { type: 'string', value: 'DIR', text: 'where --fix puts the copy: a folder that is empty or not there yet' },
    watch: { type: 'boolean', text: 'checks again after each change, until it is interrupted' },
    stats: { type: 'boolean', text: 'where the time went, by rule, on standard error' },
  },
  examples: [
    'preflag check out',
    'preflag check out --job job.yaml --format json=report.json --format pretty',
    "preflag check --jobs 'jobs/*/job.yaml' --format json=reports.json",
    'preflag check out/* --format sarif=reports/{id}.sarif --evidence masked',
    'preflag check report.de.md --source report.md',
    'preflag check sales.xlsx --before sales-before.xlsx',
    'preflag check out --fix-dry-run',
    'preflag check out --fix --out fixed',
  ],
  async run(args) {
    const jobs = args.texts('jobs');
    if (args.positionals.length === 0 && jobs.length === 0)
      throw new PreflagError('usage', 'preflag check needs a PATH: the delivered folder, or a file. See: preflag check --help');
    if (args.positionals.length > 0 && jobs.length > 0)
      throw new PreflagError('usage', 'Give PATHs or --jobs, not both: a job names its own delivered folder.');
    const outputs = parseOutputs(args.texts('format'));
    const evidence = evidenceOf(args);
    const look: OutputLook = { quiet: args.isSet('quiet'), color: wantsColor(args.isSet('no-color')), ...(evidence && { evidence }) };
    const out = wantedOut(args);
    const options = { ...(await checkOptionsOf(args)), ...(showSurroundings(outputs) && { surroundings: true }) };
    if (out !== undefined) return fixOne(args, out, outputs, look, options);
    if (args.isSet('watch')) return watchAll(args, outputs, look, options);
    return checkAll(args, outputs, look, options);
  },
};

/** @throws {PreflagError} `usage` where flags do not go together */
function wantedOut(args: Arguments): string | undefined {
  const out = args.text('out');
  if (!args.isSet('fix')) {
    if (out !== undefined) throw new PreflagError('usage', '--out is where --fix puts its copy; say --fix too.');
    return undefined;
  }
  if (args.isSet('fix-dry-run')) throw new PreflagError('usage', 'Say --fix-dry-run to see what would change, or --fix to make the copy.');
  if (args.isSet('watch')) throw new PreflagError('usage', '--fix makes one copy; it does not go with --watch.');
  if (out === undefined) throw new PreflagError('usage', '--fix needs --out DIR: the delivery itself is never changed.');
  if (args.positionals.length !== 1) throw new PreflagError('usage', '--fix takes one PATH: the delivered folder, or one file of it.');
  return out;
}

async function checkAll(args: Arguments, outputs: readonly Output[], look: OutputLook, options: CheckOptions): Promise<number> {
  const { reports, unchecked } = await reportsOf(args, options);
  await writeOutputs(outputs, reports, { ...look, unchecked });
  if (args.isSet('fix-dry-run')) await showPlan(reports.map(planFixes), outputs);
  if (args.isSet('stats')) process.stderr.write(statsText(reports));
  if (unchecked > 0) {
    const why = args.signal.aborted ? 'interrupted' : 'out of time';
    process.stderr.write(`preflag: ${why}; ${unchecked} of ${unchecked + reports.length} deliveries were not checked.\n`);
  }
  return exitCodeOf([...reports.map(({ verdict }) => verdict), ...(unchecked > 0 ? (['incomplete'] as const) : [])]);
}

/** The reports of what was checked, and how many deliveries an interruption left out. */
async function reportsOf(args: Arguments, options: CheckOptions): Promise<{ reports: readonly Report[]; unchecked: number }> {
  const { positionals } = args;
  const [only = ''] = positionals;
  if (positionals.length === 1)
    return { reports: [await withTimeout(only, args, options, (timed) => check(only, { ...timed, keepInterrupted: true }))], unchecked: 0 };
  const { findJobs } = await import('../lib/find-jobs.ts');
  const { checkBatch } = await import('../../check/check-batch.ts');
  const items =
    positionals.length > 0 ? positionals.map((delivery) => ({ delivery, options })) : await findJobs(args.texts('jobs'), options);
  const progress = showBatchProgress(items.length);
  const seconds = timeoutOf(args);
  try {
    const reports = await checkBatch(items, {
      signal: args.signal,
      ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
      ...(seconds !== undefined && { timeoutMs: seconds * 1000 }),
      onReport: progress.update,
    });
    const done = reports.filter((report) => report !== undefined);
    return { reports: done, unchecked: reports.length - done.length };
  } finally {
    progress.clear();
  }
}

async function watchAll(args: Arguments, outputs: readonly Output[], look: OutputLook, options: CheckOptions): Promise<number> {
  if (args.positionals.length === 0) throw new PreflagError('usage', '--watch needs a PATH.');
  const { watch } = await import('../lib/watch.ts');
  const also = [options.job, options.before, options.source].filter((path) => typeof path === 'string');
  await watch([...args.positionals, ...also], args.signal, async () => {
    if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[H');
    await checkAll(args, outputs, look, options);
    if (process.stderr.isTTY && !args.signal.aborted) process.stderr.write('Waiting for changes; Ctrl+C ends it.\n');
  });
  return 0;
}

async function fixOne(args: Arguments, out: string, outputs: readonly Output[], look: OutputLook, options: CheckOptions): Promise<number> {
  const [{ fix }, [path = '']] = [await import('../../fix/fix.ts'), args.positionals];
  const { report, applied, left } = await withTimeout(path, args, options, (timed) => fix(path, { ...timed, out }));
  await writeOutputs(outputs, [report], look);
  await showFixed({ applied, left, out }, outputs);
  return exitCodeOf([report.verdict]);
}

/** Calls `work` under the time of --timeout, with its progress shown. */
async function withTimeout<T>(path: string, args: Arguments, options: CheckOptions, work: (timed: CheckOptions) => Promise<T>): Promise<T> {
  const seconds = timeoutOf(args);
  const limit = seconds === undefined ? undefined : AbortSignal.timeout(seconds * 1000);
  const progress = showProgress(path);
  const tooLong = (cause?: unknown): PreflagError =>
    new PreflagError('limit', `Checking ${path} took longer than ${seconds} s (--timeout).`, { cause });
  try {
    const result = await work({
      ...options,
      signal: limit ? AbortSignal.any([args.signal, limit]) : args.signal,
      onProgress: progress.update,
    });
    if (limit?.aborted && !args.signal.aborted) throw tooLong();
    return result;
  } catch (error) {
    if (limit?.aborted) throw tooLong(error);
    throw error;
  } finally {
    progress.clear();
  }
}
