import { open, stat } from 'node:fs/promises';
import { CR, LF } from './cell-bytes.ts';
import { TAIL_ROWS, type TailRow } from './find-tail.ts';
import { textsOf, type RowCutter } from './row-cutter.ts';
import { cutPieces, textPieces, type TextEncoding } from './text-pieces.ts';

/** Cuts all rows, which shows whether quotes close. Gives the byte at which one of the last rows begins. */
export async function cutAll(path: string, encoded: TextEncoding, cutter: RowCutter): Promise<number> {
  const starts = new Float64Array(TAIL_ROWS);
  const { byte: first } = cutter.next;
  let rows = 0;
  await cutPieces(textPieces(path, encoded, first), cutter, ({ byte }) => void (starts[rows++ % TAIL_ROWS] = byte));
  return rows < TAIL_ROWS ? first : starts[rows % TAIL_ROWS]!;
}

const TAIL_BYTES = 1 << 16;

/** The byte at which one of the last rows begins in a file in UTF-8 without quotes, where every line is a row. */
export async function findLastLines(path: string, { markBytes }: TextEncoding, first: number): Promise<number> {
  const { size } = await stat(path);
  const from = size - markBytes - TAIL_BYTES;
  if (from <= first) return first;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, from + markBytes);
    const bytes = buffer.subarray(0, bytesRead);
    const lineEnd = bytes.indexOf(LF) >= 0 ? bytes.indexOf(LF) : bytes.indexOf(CR);
    return from + (lineEnd < 0 ? bytesRead : lineEnd + 1);
  } finally {
    await file.close();
  }
}

/** The last rows, from a byte at which one of them begins. */
export async function readTail(path: string, encoded: TextEncoding, cutter: RowCutter): Promise<readonly TailRow[]> {
  const rows: TailRow[] = [];
  await cutPieces(textPieces(path, encoded, cutter.next.byte), cutter, (row) => {
    rows.push({ byte: row.byte, cells: textsOf(row) });
    if (rows.length > TAIL_ROWS) rows.shift();
  });
  return rows;
}
