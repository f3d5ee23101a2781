import { PreflagError } from '@preflag/core';
import type { SessionImage } from './session-types.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** By what a file begins with: PNG (ISO/IEC 15948, 5.2), JPEG (ITU-T T.81, B.1.1.3), GIF89a, RIFF of WebP (RFC 9649, 2.4). */
const KINDS: readonly (readonly [mediaType: string, begins: RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
];

/** @throws {PreflagError} `path` when it is no image, or larger than 10 MB */
export function imageOf(bytes: Uint8Array, path: string): SessionImage {
  if (bytes.length > MAX_BYTES) throw new PreflagError('path', `Image file exceeds the 10 MB limit: ${path}`);
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const kind = KINDS.find(([, begins]) => begins.test(head));
  if (!kind) throw new PreflagError('path', `Unsupported image format (PNG, JPEG, GIF and WebP are known): ${path}`);
  return { type: 'image', image: { data: new Uint8Array(bytes), mediaType: kind[0] } };
}
