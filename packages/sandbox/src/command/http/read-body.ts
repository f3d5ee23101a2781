import type { IncomingMessage } from 'node:http';
import type { Json } from '@preflag/core';

export type Body =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly status: 400 | 413; readonly message: string };

/** The body of a request as JSON. One that is too long is not read to its end. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const tooLong = { ok: false, status: 413, message: `The body is longer than ${maxBytes.toLocaleString('en-US')} bytes.` } as const;
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return tooLong;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return tooLong;
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString()) as Json };
  } catch {
    return { ok: false, status: 400, message: 'The body is not JSON.' };
  }
}
