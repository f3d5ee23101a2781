import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { isBriefPath, isInside, PreflagError, type Job, type FileProblem, type JobProblemAt } from '@preflag/core';
import { writeToTemporary } from './locate-delivery.ts';

/** A job that a delivery is checked against, and the folder of what it names. */
export interface LocatedJob extends AsyncDisposable {
  readonly job: Job | null;
  /** The brief's text. */
  readonly brief?: string;
  /** Absolute; `undefined` without a job. */
  readonly folder?: string;
  readonly beside: (path: string) => string | undefined;
  /** Mistakes that only the files show, with their places in the job file. */
  readonly problems: (deliverable: string, problems: readonly JobProblemAt[]) => readonly FileProblem[];
}

const nothing = async (): Promise<void> => {};

/**
 * Loads the job, from a file or an object.
 * @throws {PreflagError} code `job` or `path`; also when the job file stands inside the delivered folder, where an agent could have written it
 */
export async function locateJob(
  job: string | object | undefined,
  inputs: Readonly<Record<string, Uint8Array>> | undefined,
  root: string,
): Promise<LocatedJob> {
  if (job === undefined) return { job: null, beside: () => undefined, problems: () => [], [Symbol.asyncDispose]: nothing };
  // Loaded only where there is a job: checking a file alone starts faster without.
  const { loadJob, parseJob } = await import('@preflag/core/job');
  if (typeof job === 'string') {
    refuseInside(job, root);
    const loaded = loadJob(job);
    return {
      job: loaded.job,
      ...(loaded.brief !== '' && { brief: loaded.brief }),
      folder: realpathSync(loaded.folder),
      beside: loaded.resolve,
      problems: (deliverable, problems) => placed(job, problems, pointerOf(loaded.job, deliverable), loaded.positionOf),
      [Symbol.asyncDispose]: nothing,
    };
  }
  const parsed = parseJob(JSON.stringify(job), 'job');
  const { root: folder, remove } = await writeToTemporary(inputs ?? {});
  return {
    job: parsed.job,
    ...(parsed.job.brief !== undefined && { brief: briefOf(parsed.job.brief, folder) }),
    folder,
    beside: (path) => (existsSync(join(folder, path)) ? join(folder, path) : undefined),
    problems: (deliverable, problems) => placed('job', problems, pointerOf(parsed.job, deliverable), parsed.positionOf),
    [Symbol.asyncDispose]: remove,
  };
}

/** The text itself, or that of the file that it names among the inputs. */
function briefOf(brief: string, folder: string): string {
  const file = isBriefPath(brief) && isInside(brief) ? join(folder, brief) : undefined;
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : brief;
}

function refuseInside(file: string, root: string): void {
  const folder = existsSync(file) ? realpathSync(dirname(resolve(file))) : '';
  if (folder === root || folder.startsWith(root + sep)) {
    throw new PreflagError(
      'job',
      `The job file ${file} stands inside the delivered folder, where the agent could have written it. Keep the job beside the delivery.`,
    );
  }
}

function pointerOf(job: Job, deliverable: string): string {
  return `/deliverables/${job.deliverables.findIndex(({ path }) => path === deliverable)}`;
}

function placed(
  file: string,
  problems: readonly JobProblemAt[],
  prefix: string,
  positionOf: (pointer: string) => { line: number; column: number },
): readonly FileProblem[] {
  return problems.map(({ pointer, text }) => ({ file, ...positionOf(prefix + pointer), pointer: prefix + pointer, text }));
}
