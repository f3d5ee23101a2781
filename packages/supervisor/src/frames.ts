/**
 * Messages on a duplex byte stream: `[u32 total][u32 headerLength][JSON header, UTF-8][body]`, integers big-endian,
 * `total` counting all bytes after itself. A frame whose header is empty is a part: its body belongs in front of the
 * body of the next frame that has a header. So a body of any size crosses in frames of bounded size.
 *
 * This file is loaded by child processes before anything else: it imports nothing.
 */
export interface Message<H = unknown> {
  readonly header: H;
  readonly body: Uint8Array;
}

/** Says whether a header is one that may arrive here. Without one, any JSON is accepted. */
export type HeaderCheck<H> = (header: unknown) => header is H;

/** A frame that does not fit. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

export const EMPTY_BODY: Uint8Array = new Uint8Array(0);
const PREFIX = 8;

/**
 * The frames of one message, none longer than `frameBytes` (prefix included).
 * The body is not copied: it must not change until the bytes are written.
 *
 * @throws {FrameError} when the header alone does not fit into a frame
 */
export function encodeMessage(header: unknown, body: Uint8Array, frameBytes: number): Uint8Array[] {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const space = frameBytes - PREFIX;
  if (text.length > space) throw new FrameError(`A header of ${text.length} bytes does not fit into a frame of ${frameBytes}.`);
  const chunks: Uint8Array[] = [];
  let start = 0;
  while (body.length - start > space - text.length) {
    const part = body.subarray(start, start + space);
    chunks.push(prefix(part.length, 0), part);
    start += part.length;
  }
  chunks.push(prefix(text.length + body.length - start, text.length), text);
  if (start < body.length) chunks.push(body.subarray(start));
  return chunks;
}

function prefix(payload: number, headerLength: number): Uint8Array {
  const bytes = new Uint8Array(PREFIX);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload + 4);
  view.setUint32(4, headerLength);
  return bytes;
}

export interface FrameLimits {
  /** Longest frame, prefix included. */
  readonly frameBytes: number;
  /** Longest body of a message, parts together. */
  readonly messageBytes: number;
}

/** Turns chunks of a stream, cut anywhere, into messages. */
export class FrameDecoder<H> {
  readonly #limits: FrameLimits;
  readonly #check: HeaderCheck<H>;
  #chunks: Uint8Array[] = [];
  #buffered = 0;
  /** Bytes of the frame that is being read after its `total`; `undefined` while the prefix is not there. */
  #total: number | undefined;
  #parts: Uint8Array[] = [];
  #partBytes = 0;

  constructor(limits: FrameLimits, check: HeaderCheck<H>) {
    this.#limits = limits;
    this.#check = check;
  }

  /** True between messages: what ends here loses nothing. */
  get isIdle(): boolean {
    return this.#buffered === 0 && this.#total === undefined && this.#parts.length === 0;
  }

  /** @throws {FrameError} at the first frame that does not fit; the stream is of no use afterwards */
  push(chunk: Uint8Array): Message<H>[] {
    // A Buffer behaves unlike a Uint8Array in slice and toJSON; nobody downstream should meet one.
    this.#chunks.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    this.#buffered += chunk.length;
    const messages: Message<H>[] = [];
    for (;;) {
      this.#total ??= this.#readTotal();
      if (this.#total === undefined || this.#buffered < this.#total) return messages;
      const message = this.#readFrame(this.#take(this.#total));
      this.#total = undefined;
      if (message) messages.push(message);
    }
  }

  #readTotal(): number | undefined {
    if (this.#buffered < 4) return undefined;
    const total = readU32(this.#take(4), 0);
    if (total < 4) throw new FrameError(`A frame says that it has ${total} bytes; the least is 4.`);
    if (total + 4 > this.#limits.frameBytes) {
      throw new FrameError(`A frame of ${total + 4} bytes is longer than the limit of ${this.#limits.frameBytes}.`);
    }
    return total;
  }

  #readFrame(frame: Uint8Array): Message<H> | undefined {
    const headerLength = readU32(frame, 0);
    if (headerLength + 4 > frame.length) throw new FrameError(`A header of ${headerLength} bytes is longer than its frame.`);
    const rest = frame.subarray(4 + headerLength);
    this.#partBytes += rest.length;
    if (this.#partBytes > this.#limits.messageBytes) {
      throw new FrameError(`A message is longer than the limit of ${this.#limits.messageBytes} bytes.`);
    }
    if (headerLength === 0) {
      if (rest.length === 0) throw new FrameError('A part is empty.');
      this.#parts.push(rest);
      return undefined;
    }
    const text = decodeHeader(frame.subarray(4, 4 + headerLength));
    const header = parseHeader(text);
    if (!this.#check(header)) throw new FrameError(`A header is not one that may come here: ${text.slice(0, 200)}`);
    const body = this.#parts.length === 0 ? rest : concat([...this.#parts, rest]);
    this.#parts = [];
    this.#partBytes = 0;
    return { header, body };
  }

  #take(size: number): Uint8Array {
    const taken: Uint8Array[] = [];
    let missing = size;
    while (missing > 0) {
      const chunk = this.#chunks[0] ?? EMPTY_BODY;
      const piece = chunk.subarray(0, missing);
      taken.push(piece);
      missing -= piece.length;
      if (piece.length === chunk.length) this.#chunks.shift();
      else this.#chunks[0] = chunk.subarray(piece.length);
    }
    this.#buffered -= size;
    return taken.length === 1 ? (taken[0] ?? EMPTY_BODY) : concat(taken);
  }
}

function readU32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
}

function decodeHeader(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FrameError('A header is not JSON in UTF-8.', { cause: error });
  }
}

function parseHeader(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FrameError('A header is not JSON in UTF-8.', { cause: error });
  }
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
