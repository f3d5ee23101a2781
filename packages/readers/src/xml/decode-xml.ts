import { ReadError } from '../archive/read-error.ts';

/** Turns the bytes of an XML part into text, chunk by chunk. */
export interface XmlDecoder {
  /** As the Encoding standard names it: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  /** @throws ReadError `encoding` where the bytes are none of this encoding */
  decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string;
}

/** Bytes of the start of a part that tell its encoding. */
export const SNIFF_BYTES = 256;

/**
 * The decoder of a part, by byte order mark, then by the shape of its first bytes, then by what its XML declaration says
 * (XML 1.0, appendix F). `start` is its first {@link SNIFF_BYTES} bytes, or all of it.
 * @throws ReadError `encoding` for one that is not known
 */
export function xmlDecoder(start: Buffer, part: string): XmlDecoder {
  const encoding = encodingOf(start);
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    throw encodingError(part, `The part ${part} declares the encoding '${encoding}', which is not known.`, cause);
  }
  return {
    encoding: decoder.encoding,
    decode(bytes, options) {
      try {
        return decoder.decode(bytes, options);
      } catch (cause) {
        throw encodingError(part, `The part ${part} has bytes that are not ${decoder.encoding}.`, cause);
      }
    },
  };
}

function encodingOf(start: Buffer): string {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    start.toString('latin1', 0, SNIFF_BYTES),
  )?.[1];
  // Bytes that spell the declaration in ASCII are no UTF-16, whatever it says: programs that write from memory claim it.
  return declared === undefined || /^(utf-?16|ucs-?2|utf-?8|us-ascii)/i.test(declared) ? 'utf-8' : declared;
}

function encodingError(part: string, text: string, cause: unknown): ReadError {
  return new ReadError(
    { kind: 'encoding', text: `${text} Save or export the file again.`, place: { kind: 'part', name: part } },
    { cause },
  );
}
