import { isUtf8 } from 'node:buffer';
import { ReadError } from '../archive/read-error.ts';
import { LF, QUOTE } from './cell-bytes.ts';
import { guessEncoding } from './guess-encoding.ts';
import { filePieces, type TextEncoding } from './text-pieces.ts';

/** What a look at all bytes of a text file says. */
export interface FoundEncoding extends TextEncoding {
  /** False where no byte is that of a quote. */
  readonly hasQuote: boolean;
  /** No line is longer, in bytes; a bound, since a look at each line costs more. Infinite where it was not measured. */
  readonly lineBytes: number;
}

const SAMPLE_BYTES = 4096;

/**
 * The encoding by byte order mark, then by the zeroes of UTF-16, then strict UTF-8 for the whole file, then as declared. Never a guess.
 * @throws ReadError `encoding` with the offset of the first byte that is no UTF-8, or for a declared one that is not known
 */
export async function detectEncoding(path: string, declared: string | undefined): Promise<FoundEncoding> {
  let offset = 0;
  let markBytes = 0;
  let hasQuote = false;
  let [lineBytes, sinceLineEnd] = [0, 0];
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of filePieces(path, 0)) {
    if (offset === 0) {
      const marked = byMark(piece) ?? byZeroes(piece.subarray(0, SAMPLE_BYTES));
      if (marked && marked.encoding !== 'utf-8') return { ...marked, ...UNKNOWN };
      markBytes = marked?.markBytes ?? 0;
    }
    hasQuote ||= piece.includes(QUOTE);
    const lastEnd = piece.lastIndexOf(LF);
    lineBytes = Math.max(lineBytes, sinceLineEnd + piece.length);
    sinceLineEnd = lastEnd < 0 ? sinceLineEnd + piece.length : piece.length - lastEnd - 1;
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const whole = bytes.length - cutBytes(bytes);
    if (!isUtf8(bytes.subarray(0, whole)))
      return { ...asDeclared(declared, bytes, firstInvalid(bytes.subarray(0, whole)), offset - rest.length), ...UNKNOWN };
    offset += piece.length;
    rest = Buffer.from(bytes.subarray(whole));
  }
  if (rest.length > 0) return { ...asDeclared(declared, rest, 0, offset - rest.length), ...UNKNOWN };
  return { encoding: 'utf-8', markBytes, hasQuote, lineBytes };
}

const UNKNOWN = { hasQuote: true, lineBytes: Number.POSITIVE_INFINITY } as const;

function byMark(bytes: Buffer): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  return undefined;
}

/** Latin text in UTF-16 has a zero in every other byte, and text in other encodings has none. */
function byZeroes(sample: Buffer): TextEncoding | undefined {
  const zeroes = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeroes[at % 2]!++;
  const most = sample.length / 2;
  if (sample.length < 4) return undefined;
  if (zeroes[1]! > most * 0.6 && zeroes[0]! < most * 0.05) return { encoding: 'utf-16le', markBytes: 0 };
  if (zeroes[0]! > most * 0.6 && zeroes[1]! < most * 0.05) return { encoding: 'utf-16be', markBytes: 0 };
  return undefined;
}

/** Bytes of a character that the end of the chunk cuts off. */
function cutBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** Where the first character begins that is none. */
function firstInvalid(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  // Invariant: the first `low` bytes are UTF-8 up to a cut character; the first `high` bytes are not.
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const head = bytes.subarray(0, middle);
    if (isUtf8(head.subarray(0, head.length - cutBytes(head)))) low = middle;
    else high = middle;
  }
  return low - cutBytes(bytes.subarray(0, low));
}

/** `bytes` begin at `start` in the file, and their first invalid one is at `index`. */
function asDeclared(declared: string | undefined, bytes: Buffer, index: number, start: number): TextEncoding {
  if (declared !== undefined) {
    try {
      return { encoding: new TextDecoder(declared).encoding, markBytes: 0 };
    } catch (cause) {
      throw new ReadError(
        { kind: 'encoding', text: `The declared encoding '${declared}' is not known: use a name such as windows-1252 or utf-8.` },
        { cause },
      );
    }
  }
  const byte = (bytes[index] ?? 0).toString(16).padStart(2, '0');
  const guessed = guessEncoding(bytes.subarray(index));
  const hint = bytes.includes(0)
    ? 'It may be UTF-16 without a byte order mark, or no text'
    : `It may be ${guessed}${guessed === 'windows-1252' ? ', as Excel saves "CSV"' : ''}`;
  throw new ReadError({
    kind: 'encoding',
    text: `The text is not UTF-8: the byte 0x${byte} at offset ${start + index} cannot be read. ${hint}: save it as UTF-8, or declare its encoding.`,
  });
}
