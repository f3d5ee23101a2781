import { open } from 'node:fs/promises';
import { ReadError } from '../archive/read-error.ts';
import type { CutRow, RowCutter } from './row-cutter.ts';

/** How a file becomes text. */
export interface TextEncoding {
  /** As the Encoding standard names it. */
  readonly encoding: string;
  /** Bytes of the byte order mark: 0 where there is none. */
  readonly markBytes: number;
}

const PIECE_BYTES = 1 << 18;

/** The bytes of a file from `start` on, in pieces. A piece is valid until the next one is asked for; while it is used, the next is read. */
export async function* filePieces(path: string, start: number): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    let [current, next] = [Buffer.allocUnsafeSlow(PIECE_BYTES), Buffer.allocUnsafeSlow(PIECE_BYTES)];
    let position = start;
    let { bytesRead } = await file.read(current, 0, PIECE_BYTES, position);
    while (bytesRead > 0) {
      position += bytesRead;
      const following = file.read(next, 0, PIECE_BYTES, position);
      // A caller that stops early, or an error that it throws, must not leave a rejection behind.
      following.catch(() => undefined);
      yield current.subarray(0, bytesRead);
      ({ bytesRead } = await following);
      [current, next] = [next, current];
    }
  } finally {
    await file.close();
  }
}

/**
 * The text of a file as UTF-8 in pieces, without its byte order mark and its first `from` bytes. Files in UTF-8 are handed on as they are.
 * A piece is valid until the next one is asked for.
 * @throws ReadError `encoding` where bytes cannot be decoded
 */
export async function* textPieces(path: string, { encoding, markBytes }: TextEncoding, from: number): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    yield* filePieces(path, markBytes + from);
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  let skip = from;
  try {
    for await (const bytes of filePieces(path, 0)) {
      const piece = Buffer.from(decoder.decode(bytes, { stream: true }), 'utf8');
      yield skip > 0 ? piece.subarray(skip) : piece;
      skip = Math.max(0, skip - piece.length);
    }
    yield Buffer.from(decoder.decode(), 'utf8');
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    throw new ReadError(
      { kind: 'encoding', text: `The text is not ${encoding} throughout: save it as UTF-8, or declare another encoding.` },
      { cause: thrown },
    );
  }
}

/** What takes text in pieces, and says how many of the bytes before `end` it used up: the next piece begins with the others. */
export interface Cutter {
  cut(bytes: Buffer, end: number, isLast: boolean, visit: (row: CutRow) => void): number;
}

/**
 * Cuts all rows out of pieces of text. A row that a piece cuts off is put together with the next pieces; of a long one, as many bytes again
 * are awaited as there are, so that none is looked at more than twice on average.
 */
export async function cutPieces(pieces: AsyncIterable<Buffer>, cutter: Cutter, visit: (row: CutRow) => void = () => {}): Promise<void> {
  let bytes = Buffer.alloc(PIECE_BYTES * 2);
  let [end, needed] = [0, 0];
  for await (const piece of pieces) {
    if (end + piece.length >= bytes.length) bytes = Buffer.concat([bytes.subarray(0, end)], (end + piece.length) * 2);
    end += piece.copy(bytes, end);
    if (end < needed) continue;
    const used = cutter.cut(bytes, end, false, visit);
    bytes.copyWithin(0, used, end);
    end -= used;
    needed = end * 2;
  }
  cutter.cut(bytes, end, true, visit);
}

/** Cuts the rows of a text that is at hand; a row that is cut off is left out, unless the text is whole. */
export function cutText(text: Buffer, isWhole: boolean, cutter: RowCutter, visit: (row: CutRow) => void): void {
  cutter.cut(Buffer.concat([text], text.length + 1), text.length, isWhole, visit);
}
