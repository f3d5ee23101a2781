import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type AgentResult, isInside, messageOf, PreflagError, type Report } from '@preflag/core';
import type { Attempt, Waiting } from './run.ts';
import type { ResumedRun } from './run-cycles.ts';

/** Keeps attempts as folders that a person can open. */
export interface FolderStore {
  readonly folder: string;
  /**
   * Writes `attempt-N/` whole or not at all: `delivery/`, `report.json`, `attempt.json`, `log.txt`, `feedback.md`, `journal.json`.
   * Rejects with a {@link PreflagError} of the code `path` when a delivered name leaves the delivery, and when the attempt is there already.
   */
  save(attempt: Attempt): Promise<void>;
  /** Writes `waiting.json`, which `resumeFolder` reads; the next attempt that is saved removes it. */
  saveWaiting(waiting: Waiting): Promise<void>;
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
  return storeIn(folder);
}

/**
 * The run in a folder that waits for people, and a store that goes on in it.
 * @throws {PreflagError} code `path` when the folder holds no such run
 */
export async function resumeFolder(folder: string): Promise<{ readonly store: FolderStore; readonly run: Omit<ResumedRun, 'answers'> }> {
  try {
    const waiting = await readJson<Waiting>(join(folder, WAITING));
    const attempts = await Promise.all(Array.from({ length: waiting.attempt - 1 }, (_, index) => loadAttempt(folder, index + 1)));
    return { store: storeIn(folder), run: { attempts, waiting } };
  } catch (error) {
    throw new PreflagError('path', `There is no run in ${folder} that waits for an answer: ${messageOf(error)}`, { cause: error });
  }
}

const WAITING = 'waiting.json';

function storeIn(folder: string): FolderStore {
  return {
    folder,
    async save(attempt) {
      await saveAttempt(folder, attempt);
      await rm(join(folder, WAITING), { force: true });
    },
    async saveWaiting(waiting) {
      await writeJson(join(folder, `.${WAITING}`), waiting);
      await rename(join(folder, `.${WAITING}`), join(folder, WAITING));
    },
  };
}

async function loadAttempt(folder: string, number: number): Promise<Attempt> {
  const inside = join(folder, `attempt-${number}`);
  const report = await readJson<Report>(join(inside, 'report.json'));
  const { status, reason, message, usage } = await readJson<AgentResult>(join(inside, 'attempt.json'));
  const delivery = join(inside, 'delivery');
  const entries = await readdir(delivery, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [path.slice(delivery.length + 1).replaceAll('\\', '/'), new Uint8Array(await readFile(path))] as const),
  );
  const feedback = await readFile(join(inside, 'feedback.md'), 'utf8').catch(() => undefined);
  const result = { status, reason, usage, ...(message !== undefined && { message }), log: [], files: Object.fromEntries(files) };
  return { number, result, report, ...(feedback !== undefined && { feedback }) };
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
  const { files: _, log, journal, questions: __, ...rest } = result;
  const counts =
    comparison &&
    Object.fromEntries(Object.entries(comparison).map(([state, findings]) => [state, (findings as readonly unknown[]).length]));
  await writeJson(join(folder, 'report.json'), report);
  await writeJson(join(folder, 'attempt.json'), { number, ...rest, verdict: report.verdict, ...(counts && { sinceLastAttempt: counts }) });
  await writeFile(join(folder, 'log.txt'), log.map(({ level, text }) => `${level} ${text}\n`).join(''));
  if (journal !== undefined) await writeJson(join(folder, 'journal.json'), journal);
  if (feedback !== undefined) await writeFile(join(folder, 'feedback.md'), feedback);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
