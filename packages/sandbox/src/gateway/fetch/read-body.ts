import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { formatLimit, messageOf } from '@preflag/core';
import { Refusal, refuse } from './refusal.ts';

/** What {@link readBody} can undo; sent as `accept-encoding`. */
export const ENCODINGS = 'gzip, deflate, br, zstd';

/** RFC 9659: no larger window is needed for `content-encoding: zstd`. */
const ZSTD_WINDOW_LOG = 23;

/**
 * The body of an answer, inflated. Bytes are counted as they come and as they are inflated: neither an endless body, nor one that
 * inflates to much, nor one that inflates to nothing for ever is held.
 *
 * @throws {Refusal} `too-large`, or `failed` for more than one encoding, one that is not known, or a body that is broken off
 */
export async function readBody(message: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const encodings = (message.headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > 1) refuse('failed', 'The answer is compressed more than once.');
  try {
    return await inflate(message, encodings[0], maxBytes);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('failed', `The answer is broken: ${messageOf(error)}.`);
  } finally {
    message.destroy();
  }
}

async function inflate(message: IncomingMessage, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const source = count(message, maxBytes);
  const first = await source.next();
  // An answer to HEAD names the encoding of a body that it has not.
  if (first.done) return Buffer.alloc(0);
  const whole = async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    yield* source;
  };
  const chunks: Buffer[] = [];
  const keep = async (inflated: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of count(inflated, maxBytes)) chunks.push(chunk);
  };
  if (encoding === undefined) await keep(whole());
  else await pipeline(whole, inflaterOf(encoding, first.value), keep);
  return Buffer.concat(chunks);
}

async function* count(source: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer, undefined> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxBytes) refuse('too-large', `The answer is longer than ${formatLimit('fetchBytes', maxBytes)}.`);
    yield chunk;
  }
  return undefined;
}

function inflaterOf(encoding: string, first: Buffer): Transform {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      // Meant is zlib (RFC 1950), of which the first byte says so; some servers send it bare (RFC 1951).
      return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } });
    default:
      return refuse('failed', `The answer is compressed as '${encoding.slice(0, 50)}', which is not known.`);
  }
}
