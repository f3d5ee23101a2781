/** Where the beginning and the end of a pdf are looked for (ISO 32000-2, 7.5.2 and 7.5.5, and what programs forgive). */
const END_BYTES = 1024;

/**
 * What is wrong with the beginning or the end of a pdf, which readers mend without a word: a file that is cut off mostly still opens.
 * `undefined` for a file that is whole as far as its ends show.
 */
export function wrongEnds(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, END_BYTES)).toString('latin1');
  if (!head.includes('%PDF-')) return 'it does not begin as a pdf does';
  const start = Math.max(0, bytes.length - END_BYTES);
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.length - start).toString('latin1');
  if (!tail.includes('%%EOF')) return 'its end is missing, so that it was cut off';
  const offset = /startxref\s+(\d+)\s+%%EOF/.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))))?.[1];
  if (offset === undefined) return 'its end does not say where its directory stands';
  return isDirectory(bytes, Number(offset) + head.indexOf('%PDF-')) || isDirectory(bytes, Number(offset))
    ? undefined
    : 'its directory is not where its end says';
}

/** A table `xref`, or the object of a stream (ISO 32000-2, 7.5.4 and 7.5.8). */
function isDirectory(bytes: Uint8Array, offset: number): boolean {
  if (offset <= 0 || offset >= bytes.length) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + offset, Math.min(64, bytes.length - offset)).toString('latin1');
  return /^\s*(?:xref\b|\d+\s+\d+\s+obj\b)/.test(text);
}
