import { isUtf8 } from 'node:buffer';
import type { ReadFailure } from '@preflag/core';
import { ReadError } from '../archive/index.ts';
import { LineIndex } from './line-index.ts';

/** Text without its byte order mark. */
export interface DecodedText {
  readonly text: string;
  /** As the Encoding standard names it: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  readonly bom: boolean;
}

/**
 * Decodes a text file: by byte order mark, else strictly as UTF-8, else as `declared`. Nothing is guessed.
 * @throws ReadError `encoding` where none of them fits; the place is the first byte that is no UTF-8
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = encodingOfMark(bytes);
  if (marked) return { text: decodeAs(bytes, marked), encoding: marked, bom: true };
  if (isUtf8(bytes) && !hasManyNuls(bytes)) return { text: decodeAs(bytes, 'utf-8'), encoding: 'utf-8', bom: false };
  if (declared === undefined) throw new ReadError(notUtf8(bytes));
  const decoder = decoderOf(declared);
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding, bom: false };
  } catch (cause) {
    throw new ReadError(
      { kind: 'encoding', text: `The text is neither UTF-8 nor ${declared}, which is declared: save it as UTF-8.` },
      { cause },
    );
  }
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ReadError(
      {
        kind: 'encoding',
        text: `The byte order mark says ${encoding.toUpperCase()}, but the bytes after it are none: save the text as UTF-8.`,
      },
      { cause },
    );
  }
}

function decoderOf(declared: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(declared, { fatal: true });
  } catch (cause) {
    throw new ReadError({ kind: 'encoding', text: `The encoding '${declared}' is not known: save the text as UTF-8.` }, { cause });
  }
}

/** UTF-16 without a byte order mark is valid UTF-8 as long as it is ASCII. */
function hasManyNuls(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024);
  return head.reduce((nuls, byte) => nuls + Number(byte === 0), 0) * 4 >= head.length && head.length > 0;
}

function notUtf8(bytes: Uint8Array): ReadFailure {
  if (isUtf8(bytes)) return { kind: 'encoding', text: 'The text looks like UTF-16 without a byte order mark: save it as UTF-8.' };
  const { text, byte } = validStart(bytes);
  const at = new LineIndex(text).position(text.length);
  const hex = byte.toString(16).toUpperCase().padStart(2, '0');
  return {
    kind: 'encoding',
    text: `The text is not UTF-8: byte 0x${hex} at line ${at.line}, column ${at.column}. Save it as UTF-8, or declare its encoding.`,
    place: { kind: 'text', start: at, end: at },
  };
}

/** The text before the first byte that is no UTF-8, and that byte. A U+FFFD that truly stands in the file is skipped. */
function validStart(bytes: Uint8Array): { text: string; byte: number } {
  const text = new TextDecoder('utf-8').decode(bytes);
  let [from, offset] = [0, 0];
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    const isReal = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isReal) return { text: text.slice(0, at), byte: bytes[offset] ?? 0 };
    [from, offset] = [at + 1, offset + 3];
  }
  return { text, byte: 0 };
}
