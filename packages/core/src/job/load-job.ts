import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { messageOf, PreflagError } from '../errors.ts';
import { isBriefPath } from './check-job.ts';
import { matchDeliverables } from './match-deliverables.ts';
import { parseJob, type ParsedJob } from './parse-job.ts';
import { FileError } from '../file/problem.ts';
import { referencesOf } from './references.ts';
import type { Job } from './types.ts';

/** A job with the folder that its paths are relative to. */
export interface LoadedJob extends ParsedJob {
  /** As the caller named it. */
  readonly file: string;
  /** Absolute. */
  readonly folder: string;
  /** The brief's text; empty when there is none. */
  readonly brief: string;
  /** Absolute path of a file beside the job, or `undefined` when it is not there. */
  readonly resolve: (path: string) => string | undefined;
}

/**
 * Reads a job file and checks that what it names is there.
 * @throws {PreflagError} code `path` when the file is missing or unreadable
 * @throws {FileError} one problem per mistake
 */
export function loadJob(file: string): LoadedJob {
  const text = readJobText(file);
  const parsed = parseJob(text, file);
  const folder = dirname(resolve(file));
  const loaded = { ...parsed, file, folder, resolve: (path: string) => resolveInside(folder, path) };
  const missing = missingFiles(parsed.job, loaded.resolve).map(({ pointer, path }) => ({
    file,
    ...parsed.positionOf(pointer),
    pointer,
    text: isFolder(join(folder, path))
      ? `'${path}' is a folder. Name the files in it, one by one.`
      : `The file '${path}' is not beside the job (looked in ${relative(process.cwd(), folder) || '.'}), or leaves its folder through a link.`,
  }));
  if (missing.length > 0) throw new FileError('job', missing);
  return { ...loaded, brief: briefText(parsed.job, loaded.resolve) };
}

function readJobText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT')
      throw new PreflagError('path', `There is no job file at ${file}. Write one with: preflag init`, { cause: error });
    if (code === 'EISDIR')
      throw new PreflagError('path', `${file} is a folder; --job wants the job file in it, for example ${join(file, 'job.yaml')}.`, {
        cause: error,
      });
    if (error instanceof TypeError)
      throw new PreflagError('path', `${file} is not UTF-8 text. Save the job file as UTF-8.`, { cause: error });
    throw new PreflagError('path', `The job file ${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The real path of a regular file inside the folder. */
function resolveInside(folder: string, path: string): string | undefined {
  const full = resolve(folder, path);
  if (!existsSync(full)) return undefined;
  const real = realpathSync(full);
  return statSync(real).isFile() && (real + sep).startsWith(realpathSync(folder) + sep) ? real : undefined;
}

/** Declared files that should be beside the job and are not. `source`, `data` and files that columns refer to may also be deliverables. */
function missingFiles(job: Job, find: (path: string) => string | undefined): readonly { pointer: string; path: string }[] {
  const declared: { pointer: string; path: string }[] = job.inputs.map((path, index) => ({ pointer: `/inputs/${index}`, path }));
  if (job.brief && isBriefPath(job.brief)) declared.push({ pointer: '/brief', path: job.brief });
  for (const [index, deliverable] of job.deliverables.entries()) {
    const at = `/deliverables/${index}`;
    const ofDelivery = (path: string): boolean => matchDeliverables(job, [path]).size > 0;
    if (deliverable.update) declared.push({ pointer: `${at}/update/before`, path: deliverable.update.before });
    if (deliverable.template) declared.push({ pointer: `${at}/template`, path: deliverable.template });
    if (deliverable.glossary) declared.push({ pointer: `${at}/glossary`, path: deliverable.glossary });
    for (const [number, path] of (deliverable.memory ?? []).entries()) declared.push({ pointer: `${at}/memory/${number}`, path });
    if (deliverable.source && !ofDelivery(deliverable.source)) declared.push({ pointer: `${at}/source`, path: deliverable.source });
    for (const [number, path] of (deliverable.data ?? []).entries())
      if (!ofDelivery(path)) declared.push({ pointer: `${at}/data/${number}`, path });
    for (const { pointer, file } of referencesOf(deliverable))
      if (!ofDelivery(file)) declared.push({ pointer: `${at}${pointer}/file`, path: file });
  }
  return declared.filter(({ path }) => find(path) === undefined);
}

function briefText(job: Job, find: (path: string) => string | undefined): string {
  if (!job.brief) return '';
  const path = isBriefPath(job.brief) ? find(job.brief) : undefined;
  return path ? readFileSync(path, 'utf8') : job.brief;
}
