import { makeCopy, proveCopy } from '@preflag/fixes';
import { toFailure } from '@preflag/readers';
import type { Answer, CopyRequest, ProveRequest } from './messages.ts';

/** The worker's part in fixing: it reads and makes bytes, and writes nothing. */
export async function answerFix(request: CopyRequest | ProveRequest, send: (answer: Answer, body?: Uint8Array) => void): Promise<void> {
  const { contentType, edits, limits } = request;
  if (request.type === 'prove') {
    const difference = await proveCopy(request.original, request.copy, contentType, edits, limits).catch(
      (thrown: unknown) => toFailure(thrown).text,
    );
    send({ type: 'proved', ...(difference !== undefined && { difference }) });
    return;
  }
  try {
    const { chunks, applied, left } = await makeCopy(request.file, contentType, edits, limits);
    if (chunks)
      for await (const chunk of chunks)
        for (let at = 0; at < chunk.length; at += PIECE_BYTES) send({ type: 'bytes' }, chunk.subarray(at, at + PIECE_BYTES));
    send({ type: 'copied', applied, left });
  } catch (thrown) {
    const reason = toFailure(thrown).text;
    send({ type: 'copied', applied: [], left: edits.map((edit) => ({ edit, reason })) });
  }
}

const PIECE_BYTES = 1 << 20;
