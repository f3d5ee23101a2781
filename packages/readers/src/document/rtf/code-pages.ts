/** The code pages of the character sets that fonts name (RTF 1.9.1, "Font Table"). */
const OF_CHARSETS: Readonly<Record<number, number>> = {
  77: 10_000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
/** Signs of fonts like Symbol, which mean nothing by themselves. */
export const SYMBOLS = -1;

/** The code page of a font's character set; `undefined` for that of the document. */
export function codePageOf(charset: number): number | undefined {
  return charset === 2 ? SYMBOLS : OF_CHARSETS[charset];
}

const LABELS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10_000: 'macintosh',
  10_007: 'x-mac-cyrillic',
  65_001: 'utf-8',
};

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Turns bytes of a code page, one unit each, into text. Windows-1252 stands for code pages that are not known. */
export function decodeBytes(bytes: string, codePage: number): string {
  if (/^[\u0020-\u007E\t]*$/.test(bytes)) return bytes;
  const label = LABELS[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252');
  const decoder = decoders.get(label) ?? new TextDecoder(label);
  decoders.set(label, decoder);
  return decoder.decode(Buffer.from(bytes, 'latin1'));
}
