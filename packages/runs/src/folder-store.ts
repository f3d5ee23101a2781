import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isInside, messageOf, PreflagError } from '@preflag/core';
import type { Attempt } from './run.ts';

/** Keeps attempts as folders that a person can open. */
export interface FolderStore {
  readonly folder: string;
  /**
   * Writes `attempt-N/` whole or not at all: `delivery/`, `report.json`, `attempt.json`, `log.txt`, `feedback.md`.
   * Rejects with a {@link PreflagError} of the code `path` when a delivered name leaves the delivery, and when the attempt is there already.
   */
  save(attempt: Attempt): Promise<void>;
}

/**
 * A store in a new or empty folder.
 * @throws {PreflagError} code `path` when the folder holds something, so that nothing is lost
 */
export async function folderStore(folder: string): Promise<FolderStore> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new PreflagError('path', `The folder ${folder} cannot be made: ${messageOf(error)}`, { cause: error });
  });
  const entries = await readdir(folder);
  if (entries.length > 0)
    throw new PreflagError('path', `The folder ${folder} is not empty. Give --out a new folder, so that nothing in it is lost.`);
  return { folder, save: (attempt) => saveAttempt(folder, attempt) };
}

async function saveAttempt(folder: string, attempt: Attempt): Promise<void> {
  const [unfinished, final] = [join(folder, `.attempt-${attempt.number}`), join(folder, `attempt-${attempt.number}`)];
  const wrong = Object.keys(attempt.result.files).find((path) => !isInside(path));
  if (wrong !== undefined) throw new PreflagError('path', `The delivered name '${wrong}' leaves the delivery.`);
  try {
    await writeAttempt(unfinished, attempt);
    await rename(unfinished, final);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw new PreflagError('path', `Attempt ${attempt.number} cannot be stored in ${folder}: ${messageOf(error)}`, { cause: error });
  }
}

async function writeAttempt(folder: string, { number, result, report, comparison, feedback }: Attempt): Promise<void> {
  await mkdir(join(folder, 'delivery'), { recursive: true });
  for (const [path, bytes] of Object.entries(result.files)) {
    const full = join(folder, 'delivery', path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, bytes);
  }
  const { files: _, log, ...rest } = result;
  const counts =
    comparison &&
    Object.fromEntries(Object.entries(comparison).map(([state, findings]) => [state, (findings as readonly unknown[]).length]));
  await writeJson(join(folder, 'report.json'), report);
  await writeJson(join(folder, 'attempt.json'), { number, ...rest, verdict: report.verdict, ...(counts && { sinceLastAttempt: counts }) });
  await writeFile(join(folder, 'log.txt'), log.map(({ level, text }) => `${level} ${text}\n`).join(''));
  if (feedback !== undefined) await writeFile(join(folder, 'feedback.md'), feedback);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
