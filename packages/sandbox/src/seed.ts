import { createHash, getRandomValues } from 'node:crypto';

/** The four words that start a generator: 128 bits of a text, or random ones. */
export function seedOf(text: string | undefined): readonly [number, number, number, number] {
  if (text === undefined) {
    const [a = 1, b = 2, c = 3, d = 4] = getRandomValues(new Uint32Array(4));
    return [a, b, c, d];
  }
  const digest = createHash('sha256').update(text).digest();
  return [digest.readUInt32BE(0), digest.readUInt32BE(4), digest.readUInt32BE(8), digest.readUInt32BE(12)];
}
