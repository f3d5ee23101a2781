type Words = readonly [number, number, number, number];

/** xoshiro128** (Blackman and Vigna 2018), 32 bits per call. */
export function xoshiro128(seed: Words): () => number {
  let [a, b, c, d] = seed;
  if ((a | b | c | d) === 0) d = 1;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/**
 * `crypto` of a run. Its values are all different but follow from the run's seed, so that a run can be repeated:
 * they are no secrets from whoever knows the seed.
 */
export function createCrypto(next: () => number): { getRandomValues<T extends ArrayBufferView>(view: T): T; randomUUID(): string } {
  const getRandomValues = <T extends ArrayBufferView>(view: T): T => {
    if (view.byteLength > 65_536) throw new RangeError('getRandomValues gives at most 65,536 bytes at a time.');
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = next() >>> 24;
    return view;
  };
  const randomUUID = (): string => {
    const bytes = getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
  return Object.freeze({ getRandomValues, randomUUID });
}
