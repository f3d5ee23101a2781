import { availableParallelism } from 'node:os';
import { PreflagError, type Manifest } from '@preflag/core';
import type { LinkedFile } from '@preflag/readers/links';
import type { Pool } from '@preflag/supervisor';
import { askChecks, type ChecksResult } from './ask-checks.ts';
import type { CheckerModule } from './builtin-checkers.ts';
import type { Response } from './messages.ts';
import type { Prepared } from './prepare.ts';
import { ResultCache } from './result-cache.ts';

/** A worker more costs about as much as checking a small file; it pays from here on. */
const BYTES_PER_WORKER = 256 * 1024;

/** The files of a delivery, each with what it is linked to. */
export interface LinkedFiles {
  readonly manifest: Manifest;
  readonly linked: readonly LinkedFile[];
}

/**
 * Checks each file in a worker, several at a time. Where the caller interrupts and wants to keep what there is, files that were not done
 * have no result.
 * @throws {PreflagError} code `cancelled`
 */
export async function checkFiles(
  pool: Pool<Response>,
  prepared: Prepared,
  { manifest, linked }: LinkedFiles,
): Promise<readonly (ChecksResult | undefined)[]> {
  const { options } = prepared;
  const bytes = manifest.reduce((sum, entry) => sum + entry.bytes, 0);
  const most = options.concurrency ?? Math.min(availableParallelism(), 4);
  const workers = Math.max(1, Math.min(most, linked.length, Math.ceil(bytes / BYTES_PER_WORKER) + Math.floor(linked.length / 8)));
  const cache = options.cache === undefined ? undefined : new ResultCache(options.cache);
  const results: (ChecksResult | undefined)[] = linked.map(() => undefined);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < linked.length; index = next++) {
      const link = linked[index]!;
      results[index] = await checkOne(pool, prepared, link, manifest[index]!, cache);
      done += 1;
      options.onProgress?.({ file: link.file.file, done, files: linked.length });
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } catch (error) {
    if (!options.keepInterrupted || !PreflagError.isInstance(error) || error.code !== 'cancelled') throw error;
  }
  await cache?.prune();
  return results;
}

/** The code of a checker that is not ours may change without a sign of it. */
function isCacheable(checkers: readonly CheckerModule[]): boolean {
  return checkers.every(({ reads }) => reads !== undefined);
}

async function fromCache(cache: ResultCache, key: string, ask: () => Promise<ChecksResult>): Promise<ChecksResult> {
  const known = await cache.read(key);
  if (known) return known;
  const result = await ask();
  await cache.write(key, result);
  return result;
}

async function checkOne(
  pool: Pool<Response>,
  { plan, job: { job }, delivery, options }: Prepared,
  link: LinkedFile,
  { type: contentType, sha256 }: Manifest[number],
  cache: ResultCache | undefined,
): Promise<ChecksResult> {
  const { limits, checkers, encoding, inProcess } = plan;
  const selection = plan.selectionFor(link.file.file);
  const shared = { ...link, job, limits, isPartial: delivery.only !== undefined, ...(encoding !== undefined && { encoding }) };
  const surroundings = options.surroundings ?? false;
  const question = { ...shared, type: 'file' as const, contentType, checkers, selection, surroundings };
  const ask = (): Promise<ChecksResult> => askChecks(pool, question, link.file.file, options.signal);
  const result = cache && isCacheable(checkers) ? await fromCache(cache, await cache.keyOf(question, link, sha256), ask) : await ask();
  if (inProcess.length === 0) return result;
  const { checkInProcess } = await import('./check-in-process.ts');
  return checkInProcess(result, inProcess, { ...shared, type: contentType }, selection);
}

/** The files that were done, with their results. */
export function doneFiles(
  { manifest, linked }: LinkedFiles,
  results: readonly (ChecksResult | undefined)[],
): LinkedFiles & { readonly results: readonly ChecksResult[] } {
  const isDone = (_: unknown, index: number): boolean => results[index] !== undefined;
  return { manifest: manifest.filter(isDone), linked: linked.filter(isDone), results: results.filter((result) => result !== undefined) };
}
