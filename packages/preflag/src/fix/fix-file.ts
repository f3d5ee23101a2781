import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import { PreflagError, type ContentType, type Limits } from '@preflag/core';
import type { FilePlan, FixPlan } from '@preflag/fixes/plan';
import type { Pool } from '@preflag/supervisor';
import { askWorker } from '../check/ask-worker.ts';
import type { Answer, Response } from '../check/messages.ts';

/** What became of the edits of one file. */
interface FixedFile {
  readonly applied: FilePlan['edits'];
  readonly left: FixPlan['left'];
}

/**
 * Applies edits to a file of the working copy: a worker reads it and sends the corrected bytes, which take its place once another look at them
 * has proved that nothing else changed. A file that cannot be read, or is not proved, stays as it is.
 *
 * @param folders.unproved a file that is not there: what was not proved yet is kept in it
 */
export async function fixFile(
  pool: Pool<Response>,
  folders: { readonly copies: string; readonly unproved: string },
  type: ContentType,
  { file, edits }: FilePlan,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<FixedFile> {
  const { copies, unproved } = folders;
  const original = { file, path: join(copies, file) };
  const copy = { file, path: unproved };
  const nothing = (reason: string): FixedFile => ({ applied: [], left: edits.map((edit) => ({ edit, reason })) });
  const stream = createWriteStream(copy.path);
  try {
    let sorted: Extract<Answer, { type: 'copied' }> | undefined;
    const end = await askWorker(
      { type: 'copy', file: original, contentType: type, edits, limits },
      {
        pool,
        ms: limits.readMs,
        signal,
        onAnswer: (answer, _child, body) => {
          if (answer.type === 'bytes') stream.write(body);
          else if (answer.type === 'copied') sorted = answer;
        },
      },
    );
    stream.end();
    await finished(stream);
    if (end?.reason === 'cancelled') throw new PreflagError('cancelled', 'The fixing was cancelled.');
    if (!sorted) return nothing(end?.text ?? 'The worker made no copy.');
    if (sorted.applied.length === 0) return { applied: [], left: sorted.left };
    const difference = await prove({ pool, original, copy, type, edits: sorted.applied, limits, signal });
    if (difference !== undefined) return nothing(`The corrected copy did not read back right: ${difference}`);
    await rename(copy.path, original.path);
    return { applied: sorted.applied, left: sorted.left };
  } finally {
    stream.destroy();
    await rm(copy.path, { force: true });
  }
}

interface Proof {
  readonly pool: Pool<Response>;
  readonly original: { readonly file: string; readonly path: string };
  readonly copy: { readonly file: string; readonly path: string };
  readonly type: ContentType;
  readonly edits: FilePlan['edits'];
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
}

/** What the copy differs in beside the edits; a proof that did not come to an end is none. */
async function prove({ pool, original, copy, type, edits, limits, signal }: Proof): Promise<string | undefined> {
  let proof: Extract<Answer, { type: 'proved' }> | undefined;
  const end = await askWorker(
    { type: 'prove', original, copy, contentType: type, edits, limits },
    {
      pool,
      ms: limits.readMs,
      signal,
      onAnswer: (answer) => {
        if (answer.type === 'proved') proof = answer;
      },
    },
  );
  if (end?.reason === 'cancelled') throw new PreflagError('cancelled', 'The fixing was cancelled.');
  return proof ? proof.difference : (end?.text ?? 'the worker sent no proof.');
}
