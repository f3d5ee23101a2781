import { stat } from 'node:fs/promises';
import type { Limits, ReadFailure, ReadResult } from '@preflag/core';
import { limitError, toFailure } from '../archive/read-error.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import { detectDialect } from './detect-dialect.ts';
import { detectEncoding, type FoundEncoding } from './detect-encoding.ts';
import { findLayout, LAYOUT_ROWS } from './find-layout.ts';
import { findTail, type TailRow } from './find-tail.ts';
import type { Dialect, Table } from './model.ts';
import { FIRST_MARK, RowCutter, textsOf, type QuoteProblem, type RowMark } from './row-cutter.ts';
import { checkQuotes } from './quote-check.ts';
import { cutAll, findLastLines, readTail } from './read-tail.ts';
import { StoredTable } from './stored-table.ts';
import { cutText, textPieces } from './text-pieces.ts';

/**
 * Reads a csv or tsv file: its encoding, dialect and header, whether its quotes close, and where totals and notes end it. Rows are not held;
 * the file must stay where it is while the table is used. The encoding is never guessed.
 */
export async function readTable(source: FileSource, options: ReadOptions): Promise<ReadResult<Table>> {
  const { limits } = options;
  try {
    const { size } = await stat(source.path);
    if (size > limits.fileBytes) throw limitError('fileBytes', limits, 'The file');
    const encoded = await detectEncoding(source.path, options.encoding);
    return await read(source, limits, encoded);
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

async function read({ file, path }: FileSource, limits: Limits, encoded: FoundEncoding): Promise<ReadResult<Table>> {
  const sample = await readSample(path, encoded);
  const { delimiter, lineEnd, separatorBytes } = detectDialect(sample.bytes, sample.isWhole, file, limits);
  const dialect: Dialect = { encoding: encoded.encoding, bom: encoded.markBytes > 0, delimiter, lineEnd, quoted: true };
  const start: RowMark = separatorBytes > 0 ? { index: 0, line: 2, byte: separatorBytes } : FIRST_MARK;
  const cutAs = (quoted: boolean, from = start): RowCutter => new RowCutter({ delimiter, quoted }, limits, from);
  let cutter = cutAs(true);
  let lastRows = (await findLastRows(path, encoded, delimiter, limits, start.byte)) ?? (await cutAll(path, encoded, cutter));
  // Quotes that do not close are damage in a csv, and mere characters between tabs.
  const quoted = delimiter !== '\t' || cutter.problems.length === 0;
  if (!quoted) lastRows = await cutAll(path, encoded, (cutter = cutAs(false)));
  const first: TailRow[] = [];
  cutText(sample.bytes.subarray(separatorBytes), sample.isWhole, cutAs(quoted), (row) => {
    if (first.length < LAYOUT_ROWS) first.push({ byte: row.byte, cells: textsOf(row) });
  });
  const layout = findLayout(
    first.map(({ cells }) => cells),
    delimiter,
    limits,
  );
  const tail = await readTail(path, encoded, cutAs(quoted, { ...FIRST_MARK, byte: lastRows }));
  const dataStart = first[layout.firstRow]?.byte ?? Number.POSITIVE_INFINITY;
  const dataEnd = findTail(
    tail.filter(({ byte }) => byte >= dataStart),
    layout.width,
  );
  const model = new StoredTable({ file, path, limits, encoded, dialect: { ...dialect, quoted }, layout, start, dataEnd });
  const partial = failuresOf(cutter.problems);
  return { ok: true, model, ...(partial.length > 0 && { partial }) };
}

/** Where one of the last rows begins; `undefined` where all rows must be cut to tell, or to tell which one is too long. */
async function findLastRows(
  path: string,
  encoded: FoundEncoding,
  delimiter: string,
  limits: Limits,
  first: number,
): Promise<number | undefined> {
  if (encoded.lineBytes > limits.rowBytes) return undefined;
  return encoded.hasQuote ? await checkQuotes(path, encoded, delimiter, limits, first) : await findLastLines(path, encoded, first);
}

/** Bytes that dialect and header are told from, unless the file is shorter. */
const SAMPLE_BYTES = 1 << 16;

async function readSample(path: string, encoded: FoundEncoding): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of textPieces(path, encoded, 0)) {
    pieces.push(Buffer.from(piece));
    length += piece.length;
    if (length > SAMPLE_BYTES) break;
  }
  const bytes = Buffer.concat(pieces, length);
  return { bytes: bytes.subarray(0, SAMPLE_BYTES), isWhole: length <= SAMPLE_BYTES };
}

/** The places where quotes are wrong, each kind once. */
function failuresOf(problems: readonly QuoteProblem[]): ReadFailure[] {
  return (['unclosed', 'text-after-quote'] as const).flatMap((kind) => {
    const lines = [...new Set(problems.filter((problem) => problem.kind === kind).map(({ line }) => line))];
    const [line] = lines;
    if (line === undefined) return [];
    const others = lines.length > 1 ? ` (and in ${(lines.length - 1).toLocaleString('en-US')} more lines)` : '';
    const at = { line, column: 1 };
    return [{ kind: 'corrupt', text: QUOTE_TEXTS[kind](line, others), place: { kind: 'text', start: at, end: at } }];
  });
}

const QUOTE_TEXTS: Readonly<Record<QuoteProblem['kind'], (line: number, others: string) => string>> = {
  unclosed: (line, others) =>
    `A quote that opens a cell in line ${line}${others} is not closed, and was read as a mere character: close it, or double quotes inside of cells.`,
  'text-after-quote': (line, others) =>
    `In line ${line}${others} text follows a closing quote, so that cells may be cut wrongly: double quotes inside of cells.`,
};
