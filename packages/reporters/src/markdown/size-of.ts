/** The bytes of a text in UTF-8: never fewer than its characters, however these are counted. */
export function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}
