import { createHash } from 'node:crypto';

/** 128 bits of a text, as the four words that start a generator. */
export function seedOf(text: string): readonly [number, number, number, number] {
  const digest = createHash('sha256').update(text).digest();
  return [digest.readUInt32BE(0), digest.readUInt32BE(4), digest.readUInt32BE(8), digest.readUInt32BE(12)];
}
