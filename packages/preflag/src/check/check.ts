import {
  decideVerdict,
  FileError,
  mergeRuleTexts,
  PreflagError,
  sealFindings,
  shorten,
  summarise,
  type Check,
  type FileFact,
  type FileFailure,
  type Manifest,
  type Report,
  type SkippedEntry,
} from '@preflag/core';
import { linkFiles, type LinkedFile } from '@preflag/readers/links';
import type { Pool } from '@preflag/supervisor';
import { absentInputs } from './absent-inputs.ts';
import { askedOf } from './asked.ts';
import { askChecks, type ChecksResult } from './ask-checks.ts';
import { checkFiles, doneFiles } from './check-files.ts';
import type { CheckOptions, Delivery } from './check-options.ts';
import { collect } from './collect.ts';
import type { LocatedJob } from './locate-job.ts';
import type { Response } from './messages.ts';
import { noticesOf } from './notices.ts';
import { pairFiles } from './pair-files.ts';
import { prepare, type Prepared } from './prepare.ts';
import { uncheckedDemands } from './unchecked-demands.ts';
import { workerOptions } from './worker-options.ts';
import { createWorkers } from './workers.ts';

const LONGEST_BRIEF = 20_000;

/**
 * Checks a delivery and returns a report. Findings are data and are never thrown.
 *
 * @example
 * const report = await check('out', { job: 'job.yaml' });
 * @throws {PreflagError} `path`, `job`, `config`, `usage` or `rule` for a wrong call; `sandbox` when the level cannot be had; `cancelled` when the signal aborts
 */
export async function check(delivery: Delivery, options: CheckOptions = {}): Promise<Report> {
  throwIfCancelled(options.signal);
  await using prepared = await prepare(delivery, options);
  const { level, readable, limits } = prepared.plan;
  await using pool = createWorkers<Response>(workerOptions(level, readable, limits));
  return await checkPrepared(prepared, pool);
}

/** @throws {PreflagError} code `cancelled` */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new PreflagError('cancelled', 'The check was cancelled.', { cause: signal.reason });
}

/** Checks what was prepared, in workers that may read it. */
export async function checkPrepared(prepared: Prepared, pool: Pool<Response>): Promise<Report> {
  const start = performance.now();
  const { delivery, job, plan, exceptions, options } = prepared;
  const { manifest: files, skipped } = await collect(pool, delivery, plan.limits, options.signal);
  const delivered = { root: delivery.root, manifest: files };
  const before = pairFiles(options.before, delivered, 'before');
  const source = pairFiles(options.source, delivered, 'source');
  const linked = linkFiles({ root: delivery.root, manifest: files, job: job.job, beside: job.beside, before, source });
  const manifest: Manifest = files.map((entry, index) => withDeliverable(entry, linked[index]));
  const perFile = await checkFiles(pool, prepared, { manifest, linked });
  const done = doneFiles({ manifest, linked }, perFile);
  const isWhole = done.results.length === perFile.length && !options.signal?.aborted;
  const whole = isWhole ? [await checkWhole(pool, prepared, done.manifest, skipped, done.results)] : [];
  throwJobErrors(job, done.linked, done.results);

  const results = [...done.results, ...whole];
  const findings = sealFindings(
    results.flatMap((result) => result.findings),
    exceptions,
  );
  const checks = [
    ...results.flatMap((result) => result.checks),
    ...uncheckedDemands(job.job, done.linked, done.results),
    ...(isWhole ? [] : interruptedChecks(manifest, perFile)),
  ];
  const { verdict, reason } = decideVerdict(findings, checks, plan.gate, absentInputs(plan.gate, job.job, linked));
  const notices = noticesOf(prepared, checks);
  return {
    job: job.job?.id ?? null,
    ...(job.job && job.job.title !== job.job.id && { title: job.job.title }),
    ...(job.brief && { brief: shorten(job.brief, LONGEST_BRIEF) }),
    root: delivery.shown,
    ...(plan.level === 'strict' && { sandbox: 'strict' as const }),
    verdict,
    reason,
    gate: plan.gate,
    summary: summarise(findings, checks, manifest, performance.now() - start),
    manifest,
    findings,
    checks,
    ...(job.job && { asked: askedOf(job.job, { manifest, results: perFile, findings, checks }) }),
    ...(notices.length > 0 && { notices }),
    rules: mergeRuleTexts(results.map(({ rules }) => rules)),
    ...factsOf(done.manifest, done.results),
  };
}

/** What checkers tell of the files, by name. */
function factsOf(manifest: Manifest, results: readonly ChecksResult[]): Pick<Report, 'facts'> {
  const facts: Record<string, FileFact[]> = {};
  for (const [index, { reported }] of results.entries())
    for (const [name, value] of Object.entries(reported)) (facts[name] ??= []).push({ file: manifest[index]!.path, value });
  return Object.keys(facts).length > 0 ? { facts } : {};
}

function withDeliverable(entry: Manifest[number], linked: LinkedFile | undefined): Manifest[number] {
  return linked?.deliverable ? { ...entry, deliverable: linked.deliverable.path } : entry;
}

async function checkWhole(
  pool: Pool<Response>,
  { delivery: located, job: { job }, plan, options }: Prepared,
  manifest: Manifest,
  skipped: readonly SkippedEntry[],
  perFile: readonly ChecksResult[],
): Promise<ChecksResult> {
  const failures: readonly FileFailure[] = perFile.flatMap((result) => result.failures);
  const message = options.message ?? located.message;
  const delivery = {
    manifest,
    skipped,
    failures,
    isPartial: located.only !== undefined,
    ...(message !== undefined && { message }),
    ...(options.end && { end: options.end }),
  };
  const portable = perFile.flatMap((result, index) =>
    Object.keys(result.portable).length > 0 ? [{ path: manifest[index]!.path, facts: result.portable }] : [],
  );
  const { limits, checkers, inProcess } = plan;
  const selection = plan.selectionFor();
  const result = await askChecks(pool, { type: 'delivery', checkers, selection, job, limits, delivery, portable }, '.', options.signal);
  if (inProcess.length === 0) return result;
  const { checkDeliveryInProcess } = await import('./check-in-process.ts');
  return checkDeliveryInProcess(result, inProcess, delivery, job, selection);
}

/** What the interruption left undone: an outcome of its own, so that it cannot look as if it had been checked. */
function interruptedChecks(manifest: Manifest, perFile: readonly (ChecksResult | undefined)[]): readonly Check[] {
  const undone = manifest.flatMap(({ path }, index) => (perFile[index] ? [] : [path]));
  return [...undone, '.'].map((file) => ({
    rule: 'job/interrupted' as Check['rule'],
    file,
    outcome: 'error',
    reason: { code: 'interrupted', text: 'The check was interrupted before its rules had run.' },
    durationMs: 0,
  }));
}

/** A job that its own files contradict is the caller's mistake, not the agent's. */
function throwJobErrors(job: LocatedJob, linked: readonly LinkedFile[], results: readonly ChecksResult[]): void {
  const problems = results.flatMap((result, index) => job.problems(linked[index]?.deliverable?.path ?? '', result.jobErrors));
  if (problems.length > 0) throw new FileError('job', problems);
}
