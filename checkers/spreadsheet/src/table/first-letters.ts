/** The first three bytes of a text as a number, capital letters as small ones. */
export function threeLetters(bytes: Uint8Array, start: number): number {
  return ((bytes[start]! | 0x20) << 16) | ((bytes[start + 1]! | 0x20) << 8) | (bytes[start + 2]! | 0x20);
}
