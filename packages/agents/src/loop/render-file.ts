import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS, formatLimit } from '@preflag/core';
import { ToolError } from '@preflag/sandbox';
import { permissionFlags, request, sourceCondition, spawnChild } from '@preflag/supervisor';
import { MAX_RENDERED } from './line-buffer.ts';

/** What the worker is asked for. */
export interface RenderRequest {
  /** The name that the file has in the workspace. */
  readonly file: string;
  /** Where its bytes are on this machine. */
  readonly path: string;
  readonly sheet?: string;
}

/** What the worker says; the text of `ok: true` is the body. */
export interface RenderAnswer {
  readonly ok: boolean;
  readonly reason: string;
}

const WORKER = import.meta.resolve('@preflag/agents/read-worker');

/**
 * A file that is no UTF-8 text, as text. The model may have made it, or taken it from anywhere: it is read in a process that
 * may read nothing else, and that is killed when it takes too long or too much.
 *
 * @throws {ToolError} when there is nothing to show
 */
export async function renderFile(file: string, bytes: Uint8Array, sheet: string | undefined, signal: AbortSignal): Promise<string> {
  // The worker's permission is for the true path.
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'preflag-read-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes, { mode: 0o600 });
    return await ask({ file, path, ...(sheet !== undefined && { sheet }) }, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function ask(question: RenderRequest, signal: AbortSignal): Promise<string> {
  const child = spawnChild<RenderAnswer>({
    entry: WORKER,
    execArgv: [...permissionFlags(WORKER, [question.path]), ...sourceCondition()],
    check: isRenderAnswer,
    limits: { bytes: DEFAULT_LIMITS.workerBytes, messageBytes: 8 * MAX_RENDERED },
  });
  try {
    await child.ready;
    const answer = await request(child, question, undefined, { ms: DEFAULT_LIMITS.readMs, signal });
    if ('end' in answer) throw new ToolError(endText(answer.end.reason, question.file));
    const { header, body } = answer.message;
    if (!header.ok) throw new ToolError(header.reason);
    return Buffer.from(body).toString();
  } finally {
    await child.kill();
  }
}

function endText(reason: string, file: string): string {
  switch (reason) {
    case 'timeout':
      return `${file} takes longer to read than ${formatLimit('readMs', DEFAULT_LIMITS.readMs)}.`;
    case 'memory_limit':
      return `${file} takes more memory to read than ${formatLimit('workerBytes', DEFAULT_LIMITS.workerBytes)}.`;
    default:
      return `${file} could not be read: the reader ended (${reason}).`;
  }
}

function isRenderAnswer(header: unknown): header is RenderAnswer {
  return (
    typeof header === 'object' &&
    header !== null &&
    'ok' in header &&
    typeof header.ok === 'boolean' &&
    'reason' in header &&
    typeof header.reason === 'string'
  );
}
