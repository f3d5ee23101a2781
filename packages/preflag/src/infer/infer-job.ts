import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DEFAULT_LIMITS, PreflagError, type ContentType } from '@preflag/core';
import type { Pool } from '@preflag/supervisor';
import { askWorker } from '../check/ask-worker.ts';
import { collect } from '../check/collect.ts';
import { locateDelivery } from '../check/locate-delivery.ts';
import type { Response } from '../check/messages.ts';
import { workerOptions } from '../check/worker-options.ts';
import { createWorkers } from '../check/workers.ts';
import { draftJob } from './draft-job.ts';
import { plainOf } from './draft.ts';
import type { ExampleFile, FileTraits } from './file-traits.ts';
import { findDeliveries } from './find-deliveries.ts';
import { proveDraft } from './prove-draft.ts';
import { writeDraft } from './write-draft.ts';

export interface InferredJob {
  /** A job file; what is unsure stands in it as a comment. */
  readonly text: string;
  readonly files: number;
  readonly deliveries: number;
  /** Files that could not be read. */
  readonly unread: readonly string[];
  /** Demands that were switched off, since an example did not meet them. */
  readonly dropped: number;
}

/**
 * Makes a job of accepted deliverables or a template: what they have in common is demanded, and they meet it.
 * @param path a file; a folder that is one delivery; or a folder of several, each in a subfolder of its own
 * @param id of the job
 * @throws {PreflagError} `path` where there is nothing; `cancelled`
 */
export async function inferJob(path: string, id: string, options: { readonly signal?: AbortSignal } = {}): Promise<InferredJob> {
  const { signal } = options;
  await using located = await locateDelivery(path);
  await using pool = createWorkers<Response>(workerOptions('standard', [located.root], DEFAULT_LIMITS));
  const { manifest } = await collect(pool, located, DEFAULT_LIMITS, signal);
  // Hidden files are no part of what was accepted.
  const entries = manifest.filter((entry) => !entry.path.split('/').some((part) => part.startsWith('.')));
  if (entries.length === 0) throw new PreflagError('path', `There is no file in ${path} to make a job of.`);
  const folders = located.only ? ['.'] : findDeliveries(entries.map((entry) => entry.path));
  const files: ExampleFile[] = [];
  for (const entry of entries) {
    const delivery = folders.length === 1 ? 0 : folders.findIndex((folder) => entry.path.startsWith(`${folder}/`));
    const own = folders.length === 1 ? entry.path : entry.path.slice((folders[delivery] ?? '').length + 1);
    const traits = await describe(pool, { root: located.root, file: entry.path, type: entry.type }, signal);
    files.push({ path: own, delivery, type: entry.type, traits });
  }
  const draft = draftJob(id, files, folders.length);
  const roots = (await stat(path)).isDirectory() ? folders.map((folder) => join(located.root, folder)) : [path];
  const { entries: proved, dropped } = await proveDraft(draft, roots, signal ? { signal } : {});
  const text = writeDraft(proved);
  await assertIsJob(text, plainOf(proved));
  const unread = files.filter(({ traits }) => traits.kind === 'unread').map((file) => file.path);
  return { text, files: files.length, deliveries: folders.length, unread, dropped };
}

/** A file that kills its worker, or takes too long, is one that cannot be read. */
async function describe(
  pool: Pool<Response>,
  { root, file, type }: { readonly root: string; readonly file: string; readonly type: ContentType },
  signal: AbortSignal | undefined,
): Promise<FileTraits> {
  let traits: FileTraits | undefined;
  const end = await askWorker(
    { type: 'describe', file: { file: basename(file), path: join(root, file) }, contentType: type, limits: DEFAULT_LIMITS },
    {
      pool,
      ms: DEFAULT_LIMITS.readMs,
      signal,
      onAnswer: (answer) => {
        if (answer.type === 'described') traits = answer.traits;
      },
    },
  );
  if (end?.reason === 'cancelled') throw new PreflagError('cancelled', 'Reading the examples was cancelled.');
  return traits ?? { kind: 'unread' };
}

/** What is written must be read as what was proved. */
async function assertIsJob(text: string, plain: object): Promise<void> {
  const { parseJob } = await import('@preflag/core/job');
  const [written, meant] = [parseJob(text, 'job.yaml').job, parseJob(JSON.stringify(plain), 'job').job];
  if (JSON.stringify(written) !== JSON.stringify(meant))
    throw new PreflagError('job', 'The job file would not say what was meant. Please report this as a bug of preflag.');
}
