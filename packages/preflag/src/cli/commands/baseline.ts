import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dayOf, isOpen, PreflagError, type Baseline, type BaselineEntry, type Report } from '@preflag/core';
import { loadBaseline } from '../../check/baseline-for.ts';
import { check } from '../../check/check.ts';
import type { CheckOptions } from '../../check/check-options.ts';
import { resolveConfig } from '../../config/resolve-config.ts';
import { CHECK_FLAGS, checkOptionsOf } from '../lib/check-flags.ts';
import { writeWhole } from '../lib/output.ts';
import { print } from '../lib/print.ts';
import { showProgress } from '../lib/progress.ts';
import type { Arguments, Verb } from '../lib/verb.ts';

const { baseline: _baseline, ...flags } = CHECK_FLAGS;

export const baselineVerb: Verb = {
  name: 'baseline',
  usage: 'baseline PATH…',
  summary: 'Checks deliveries and accepts what is found, with a reason: from then on only what is new counts.',
  flags: {
    reason: { type: 'string', value: 'TEXT', text: 'why the findings are no problem, or none for now; required' },
    by: { type: 'string', value: 'NAME', text: 'who says so (default: the user of this machine)' },
    expires: { type: 'string', value: 'DAY', text: 'the last day that it counts: 2026-12-31 (default: until it is removed)' },
    file: {
      type: 'string',
      value: 'FILE',
      text: 'the baseline (default that of the config, or preflag-baseline.json); what is in it is kept',
    },
    prune: { type: 'boolean', text: 'removes entries that nothing matches any more, and adds nothing; needs no reason' },
    ...flags,
  },
  examples: [
    'preflag baseline out --job job.yaml --reason "the client wants the old layout" --by Ana --expires 2026-12-31',
    "preflag baseline out --only 'formatting/*' --reason 'house style'",
    'preflag baseline out --prune',
    'preflag check out --job job.yaml --baseline preflag-baseline.json',
  ],
  async run(args) {
    if (args.positionals.length === 0) throw new PreflagError('usage', 'preflag baseline needs a PATH: the delivered folder, or a file.');
    const options = await checkOptionsOf(args);
    const ofConfig = resolveConfig(options.config, options.configFolder).baseline;
    const file = args.text('file') ?? ofConfig ?? 'preflag-baseline.json';
    const known = existsSync(file) ? await loadBaseline(file) : EMPTY;
    const isPrune = args.isSet('prune');
    const stamp = isPrune ? undefined : stampOf(args);
    const reports = await reportsOf(args, options);
    const { entries, added, removed } = isPrune ? pruned(known, reports) : extended(known, reports, stamp!);
    const baseline: Baseline = { version: 1, entries };
    await writeWhole(file, `${JSON.stringify(baseline, null, 2)}\n`);
    await print(`${file}: ${added} added, ${removed} removed, ${entries.length} in all.\n`);
    return 0;
  },
};

const EMPTY: Baseline = { version: 1, entries: [] };

type Stamp = Pick<BaselineEntry, 'reason' | 'by' | 'at' | 'expires'>;

/** @throws {PreflagError} code `usage` */
function stampOf(args: Arguments): Stamp {
  const [reason, expires] = [args.text('reason')?.trim(), args.text('expires')];
  if (!reason) throw new PreflagError('usage', 'preflag baseline needs --reason TEXT: why these findings are accepted.');
  if (expires !== undefined && !(/^\d{4}-\d{2}-\d{2}$/.test(expires) && !Number.isNaN(Date.parse(expires))))
    throw new PreflagError('usage', `--expires is '${expires}'; it must be a day such as 2026-12-31.`);
  return { reason, by: args.text('by') ?? userInfo().username, at: dayOf(new Date()), ...(expires !== undefined && { expires }) };
}

async function reportsOf(args: Arguments, options: CheckOptions): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const path of args.positionals) {
    const progress = showProgress(path);
    try {
      reports.push(await check(path, { ...options, baseline: EMPTY, onProgress: progress.update }));
    } finally {
      progress.clear();
    }
  }
  return reports;
}

interface Change {
  readonly entries: readonly BaselineEntry[];
  readonly added: number;
  readonly removed: number;
}

/** Adds what is open; an entry that is there already keeps its reason, unless it has expired. */
function extended(known: Baseline, reports: readonly Report[], stamp: Stamp): Change {
  const isValid = ({ expires }: BaselineEntry): boolean => expires === undefined || expires >= stamp.at;
  const kept = new Map(known.entries.filter(isValid).map((entry) => [keyOf(entry.job, entry.fingerprint), entry]));
  const before = kept.size;
  for (const { job, findings } of reports)
    for (const { fingerprint, rule, file, place, message } of findings.filter(isOpen)) {
      const key = keyOf(job, fingerprint);
      if (!kept.has(key)) kept.set(key, { fingerprint, job, rule, file, place, message, ...stamp });
    }
  return { entries: [...kept.values()], added: kept.size - before, removed: known.entries.length - before };
}

/** Removes entries whose rule ran again on their file, in their job, and found them no more. */
function pruned(known: Baseline, reports: readonly Report[]): Change {
  const entries = known.entries.filter(({ job, fingerprint, rule, file }) => {
    const ofJob = reports.filter((report) => report.job === job);
    const isFound = ofJob.some(({ findings }) => findings.some((finding) => finding.fingerprint === fingerprint));
    const ranAgain = ofJob.some(({ checks }) =>
      checks.some((check) => check.rule === rule && check.file === file && (check.outcome === 'passed' || check.outcome === 'failed')),
    );
    return isFound || !ranAgain;
  });
  return { entries, added: 0, removed: known.entries.length - entries.length };
}

function keyOf(job: string | null, fingerprint: string): string {
  return JSON.stringify([job, fingerprint]);
}
