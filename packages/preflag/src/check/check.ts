import { lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  DEFAULT_GATE,
  DEFAULT_LIMITS,
  decideVerdict,
  JobError,
  PreflagError,
  sealFindings,
  summarise,
  type Checker,
  type FileFact,
  type FileFailure,
  type Gate,
  type Job,
  type Limits,
  type Manifest,
  type Report,
  type Selection,
  type SkippedEntry,
} from '@preflag/core';
import { linkFiles, type LinkedFile } from '@preflag/readers/links';
import type { SandboxLevel } from '@preflag/sandbox';
import { readRoots, type Pool } from '@preflag/supervisor';
import { askChecks, type ChecksResult } from './ask-checks.ts';
import { BUILTIN_CHECKERS, resolveChecker, type CheckerModule } from './builtin-checkers.ts';
import type { CheckOptions, Delivery } from './check-options.ts';
import { absentInputs } from './absent-inputs.ts';
import { collect } from './collect.ts';
import { locateDelivery, type LocatedDelivery } from './locate-delivery.ts';
import { locateJob, type LocatedJob } from './locate-job.ts';
import type { Response } from './messages.ts';
import { existing, pairFiles } from './pair-files.ts';
import { uncheckedDemands } from './unchecked-demands.ts';
import { workerOptions } from './worker-options.ts';
import { createWorkers } from './workers.ts';

/**
 * Checks a delivery and returns a report. Findings are data and are never thrown.
 *
 * @example
 * const report = await check('out', { job: 'job.yaml' });
 * @throws {PreflagError} `path`, `job`, `usage` or `rule` for a wrong call; `sandbox` when the level cannot be had; `cancelled` when the signal aborts
 */
export async function check(delivery: Delivery, options: CheckOptions = {}): Promise<Report> {
  if (options.signal?.aborted) throw new PreflagError('cancelled', 'The check was cancelled.', { cause: options.signal.reason });
  const start = performance.now();
  await using located = await locateDelivery(delivery);
  await using job = await locateJob(options.job, options.inputs, located.root);
  const plan = planOf(located, job, options);
  await using pool = createWorkers<Response>(workerOptions(plan.level, plan.readable, plan.limits));
  const { manifest: files, skipped } = await collect(pool, located, plan.limits, options.signal);
  const before = pairFiles(options.before, files, 'before');
  const source = pairFiles(options.source, files, 'source');
  const linked = linkFiles({ root: located.root, manifest: files, job: job.job, beside: job.beside, before, source });
  const manifest: Manifest = files.map((entry, index) => withDeliverable(entry, linked[index]));
  const perFile = await checkFiles(pool, plan, manifest, linked, job.job, located.only !== undefined, options);
  const whole = await checkWhole(pool, plan, manifest, skipped, perFile, job.job, located, options);
  throwJobErrors(job, linked, perFile);

  const results = [...perFile, whole];
  const findings = sealFindings(
    results.flatMap((result) => result.findings),
    job.job?.ignore,
  );
  const checks = [...results.flatMap((result) => result.checks), ...uncheckedDemands(job.job, linked, perFile)];
  const { verdict, reason } = decideVerdict(findings, checks, plan.gate, absentInputs(plan.gate, job.job, linked));
  return {
    job: job.job?.id ?? null,
    root: located.shown,
    ...(plan.level === 'strict' && { sandbox: 'strict' as const }),
    verdict,
    reason,
    gate: plan.gate,
    summary: summarise(findings, checks, manifest, performance.now() - start),
    manifest,
    findings,
    checks,
    ...factsOf(manifest, perFile),
  };
}

/** What checkers tell of the files, by name. */
function factsOf(manifest: Manifest, results: readonly ChecksResult[]): Pick<Report, 'facts'> {
  const facts: Record<string, FileFact[]> = {};
  for (const [index, { reported }] of results.entries())
    for (const [name, value] of Object.entries(reported)) (facts[name] ??= []).push({ file: manifest[index]!.path, value });
  return Object.keys(facts).length > 0 ? { facts } : {};
}

interface Plan {
  readonly limits: Limits;
  readonly gate: Gate;
  readonly checkers: readonly CheckerModule[];
  readonly inProcess: readonly Checker[];
  readonly selection: Selection;
  readonly encoding?: string;
  readonly level: SandboxLevel;
  /** What the workers may read beside their own code. */
  readonly readable: readonly string[];
}

function planOf(located: LocatedDelivery, job: LocatedJob, options: CheckOptions): Plan {
  const named = options.checkers ?? BUILTIN_CHECKERS;
  const specifiers = named.filter((checker) => typeof checker === 'string');
  const inProcess = named.filter((checker) => typeof checker === 'object');
  const foreign = specifiers.map(resolveChecker).filter(({ reads }) => reads === undefined);
  const given = [options.before, options.source].filter((path) => path !== undefined).map((path) => existing(path));
  return {
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    gate: { ...DEFAULT_GATE, ...job.job?.gate, ...options.gate },
    checkers: specifiers.map(resolveChecker),
    inProcess,
    level: levelOf(options.sandbox, inProcess),
    ...(options.encoding !== undefined && { encoding: knownEncoding(options.encoding) }),
    selection: {
      ...(job.job && { rules: job.job.rules }),
      ...(options.only && { only: options.only }),
      ...(options.skip && { skip: options.skip }),
      ...(inProcess.length > 0 && { isPart: true }),
    },
    readable: [...readableOf(located), ...(job.folder ? [job.folder] : []), ...given, ...foreign.flatMap(({ url }) => readRoots(url))],
  };
}

/** @throws {PreflagError} code `usage`: what is no level must not be taken for the lower one, nor run outside of the higher one */
function levelOf(asked: SandboxLevel | undefined, inProcess: readonly Checker[]): SandboxLevel {
  if (asked !== undefined && asked !== 'standard' && asked !== 'strict')
    throw new PreflagError('usage', `The option sandbox is '${String(asked)}'; the levels are standard and strict.`);
  if (asked === 'strict' && inProcess.length > 0)
    throw new PreflagError(
      'usage',
      "Checkers that are passed as objects run in this process, which the level 'strict' does not allow: name their modules instead.",
    );
  return asked ?? 'standard';
}

/** The folder, or one file of it. A link is looked at where it stands: bound by itself it would be what it leads to. */
function readableOf({ root, only }: LocatedDelivery): readonly string[] {
  const files = only?.map((name) => join(root, name)) ?? [];
  return files.length > 0 && files.every((file) => lstatSync(file).isFile()) ? files : [root];
}

function withDeliverable(entry: Manifest[number], linked: LinkedFile | undefined): Manifest[number] {
  return linked?.deliverable ? { ...entry, deliverable: linked.deliverable.path } : entry;
}

/** A worker more costs about as much as checking a small file; it pays from here on. */
const BYTES_PER_WORKER = 256 * 1024;

async function checkFiles(
  pool: Pool<Response>,
  plan: Plan,
  manifest: Manifest,
  linked: readonly LinkedFile[],
  job: Job | null,
  isPartial: boolean,
  options: CheckOptions,
): Promise<readonly ChecksResult[]> {
  const bytes = manifest.reduce((sum, entry) => sum + entry.bytes, 0);
  const most = options.concurrency ?? Math.min(availableParallelism(), 4);
  const workers = Math.max(1, Math.min(most, linked.length, Math.ceil(bytes / BYTES_PER_WORKER) + Math.floor(linked.length / 8)));
  const results: ChecksResult[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < linked.length; index = next++) {
      const link = linked[index]!;
      results[index] = await checkOne(pool, plan, link, manifest[index]!.type, job, isPartial, options.signal);
      done += 1;
      options.onProgress?.({ file: link.file.file, done, files: linked.length });
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return results;
}

/** @throws {PreflagError} code `usage` for a name that no text decoder knows */
function knownEncoding(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    throw new PreflagError('usage', `The encoding '${name}' is not known. Use a name such as windows-1252, iso-8859-2 or shift_jis.`, {
      cause: error,
    });
  }
}

async function checkOne(
  pool: Pool<Response>,
  plan: Plan,
  link: LinkedFile,
  contentType: Manifest[number]['type'],
  job: Job | null,
  isPartial: boolean,
  signal: AbortSignal | undefined,
): Promise<ChecksResult> {
  const { limits, checkers, selection, encoding } = plan;
  const shared = { ...link, job, limits, isPartial, ...(encoding !== undefined && { encoding }) };
  const result = await askChecks(pool, { ...shared, type: 'file', contentType, checkers, selection }, link.file.file, signal);
  if (plan.inProcess.length === 0) return result;
  const { checkInProcess } = await import('./check-in-process.ts');
  return checkInProcess(result, plan.inProcess, { ...shared, type: contentType }, plan.selection);
}

async function checkWhole(
  pool: Pool<Response>,
  plan: Plan,
  manifest: Manifest,
  skipped: readonly SkippedEntry[],
  perFile: readonly ChecksResult[],
  job: Job | null,
  located: LocatedDelivery,
  options: CheckOptions,
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
  const { limits, checkers, selection } = plan;
  const result = await askChecks(pool, { type: 'delivery', checkers, selection, job, limits, delivery, portable }, '.', options.signal);
  if (plan.inProcess.length === 0) return result;
  const { checkDeliveryInProcess } = await import('./check-in-process.ts');
  return checkDeliveryInProcess(result, plan.inProcess, delivery, job, plan.selection);
}

/** A job that its own files contradict is the caller's mistake, not the agent's. */
function throwJobErrors(job: LocatedJob, linked: readonly LinkedFile[], results: readonly ChecksResult[]): void {
  const problems = results.flatMap((result, index) => job.problems(linked[index]?.deliverable?.path ?? '', result.jobErrors));
  if (problems.length > 0) throw new JobError(problems);
}
