import { copyFile, mkdir, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { DEFAULT_LIMITS, PreflagError, type Report } from '@preflag/core';
import { planFixes, type FilePlan, type FixPlan, type PlannedEdit } from '@preflag/fixes/plan';
import type { Pool } from '@preflag/supervisor';
import { check } from '../check/check.ts';
import { locateDelivery } from '../check/locate-delivery.ts';
import type { Response } from '../check/messages.ts';
import { workerOptions } from '../check/worker-options.ts';
import { createWorkers } from '../check/workers.ts';
import { fixFile } from './fix-file.ts';
import type { FixOptions, FixResult } from './fix-options.ts';

/**
 * Checks a delivery, applies the safe fixes of its findings to a copy of it, reads each copy back, and checks again; what follows from a
 * fix (results of formulas over a number that was text) is fixed in the next round. The delivery itself is only read. A file whose copy
 * does not read back as the original with the fixes and nothing else stays as it was.
 *
 * @param delivery the delivered folder, or one file of it
 * @throws {PreflagError} as `check`; `path` where `out` holds something, or is inside of the delivery
 */
export async function fix(delivery: string, options: FixOptions): Promise<FixResult> {
  const { out, ...checkOptions } = options;
  await using located = await locateDelivery(delivery);
  const [file] = located.only ?? [];
  const target = await targetOf(out, located.root, file);
  const first = await check(delivery, checkOptions);
  const work = await mkdtemp(join(dirname(target), '.preflag-fix-'));
  try {
    const copies = join(work, 'delivery');
    await copyAll(located.root, copies, first);
    const { report, applied, left } = await fixRounds(work, copies, file, first, checkOptions);
    await rm(target, { recursive: true, force: true });
    await rename(copies, target);
    return { report: { ...report, root: file === undefined ? out : join(out, file) }, applied, left };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @throws {PreflagError} `path` */
async function targetOf(out: string, root: string, file: string | undefined): Promise<string> {
  const real = await realPlace(resolve(out));
  const way = relative(root, real);
  if (file === undefined && (way === '' || !(way === '..' || way.startsWith(`..${sep}`))))
    throw new PreflagError('path', `--out ${out} is inside of the delivery. Name a folder outside of it.`);
  const names = await readdir(real).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new PreflagError('path', `--out ${out} is no folder (${error.code}). Name a folder that is not there yet.`, { cause: error });
  });
  if (names.length > 0) throw new PreflagError('path', `--out ${out} is not empty. Name a folder that is empty or not there yet.`);
  await mkdir(dirname(real), { recursive: true });
  return real;
}

/** Without links, also where the place, and folders above it, are not there yet. */
async function realPlace(path: string): Promise<string> {
  if (dirname(path) === path) return path;
  return realpath(path).catch(async () => join(await realPlace(dirname(path)), basename(path)));
}

async function copyAll(root: string, copies: string, { manifest }: Report): Promise<void> {
  await mkdir(copies);
  for (const { path } of manifest) {
    await mkdir(dirname(join(copies, path)), { recursive: true });
    await copyFile(join(root, path), join(copies, path));
  }
}

/** What follows from fixes settles in the second round, and what follows from that in the third. */
const MOST_ROUNDS = 6;
/** Of one file in one round; more wait for the next. */
const MOST_EDITS = 20_000;

async function fixRounds(
  work: string,
  copies: string,
  file: string | undefined,
  first: Report,
  options: Omit<FixOptions, 'out'>,
): Promise<FixResult> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const applied: FilePlan[] = [];
  const left = new Map<string, FixPlan['left'][number]>();
  const leave = (entries: FixPlan['left']): void => {
    for (const entry of entries) left.set(placeKey(entry.edit), entry);
  };
  let report = first;
  await using pool: Pool<Response> = createWorkers<Response>(workerOptions(options.sandbox ?? 'standard', [work], limits));
  for (let round = 0; ; round += 1) {
    const plan = planFixes(report);
    leave(plan.left);
    const open = plan.files.map((one) => ({ ...one, edits: one.edits.filter((edit) => !left.has(placeKey(edit))) }));
    if (round === MOST_ROUNDS) {
      leave(open.flatMap(({ edits }) => edits.map((edit) => ({ edit, reason: `It came up after ${MOST_ROUNDS} rounds of fixes.` }))));
      break;
    }
    const made: FilePlan[] = [];
    for (const one of open.filter(({ edits }) => edits.length > 0)) {
      const type = report.manifest.find((entry) => entry.path === one.file)?.type ?? 'other';
      const part = { ...one, edits: one.edits.slice(0, MOST_EDITS) };
      const result = await fixFile(pool, { copies, unproved: join(work, 'unproved') }, type, part, limits, options.signal);
      leave(result.left);
      if (result.applied.length > 0) made.push({ file: one.file, edits: result.applied });
    }
    if (made.length === 0) break;
    applied.push(...made);
    report = await check(file === undefined ? copies : join(copies, file), options);
  }
  return { report, applied, left: [...left.values()] };
}

function placeKey({ file, location, of, to }: PlannedEdit): string {
  return JSON.stringify([file, location, of, to]);
}
