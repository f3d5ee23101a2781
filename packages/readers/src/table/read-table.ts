import { stat } from 'node:fs/promises';
import type { Limits, ReadFailure, ReadResult } from '@preflag/core';
import { limitError, toFailure } from '../archive/read-error.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import { detectDialect } from './detect-dialect.ts';
import { detectEncoding } from './detect-encoding.ts';
import type { Dialect, Table } from './model.ts';
import { RowParser } from './row-parser.ts';
import type { RowMark } from './stored-table.ts';
import { readText, StoredTable } from './stored-table.ts';

/**
 * Reads a csv or tsv file: its encoding, dialect and header, and whether its quotes close. Rows are not held; the file must stay
 * where it is while the table is used. The encoding is never guessed.
 */
export async function readTable(source: FileSource, options: ReadOptions): Promise<ReadResult<Table>> {
  const { limits } = options;
  try {
    const { size } = await stat(source.path);
    if (size > limits.fileBytes) throw limitError('fileBytes', limits, 'The file');
    const { encoding, markBytes } = await detectEncoding(source.path, options.encoding);
    return await read(source, limits, { encoding, bom: markBytes > 0 }, markBytes);
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

async function read(
  source: FileSource,
  limits: Limits,
  encoded: Pick<Dialect, 'encoding' | 'bom'>,
  markBytes: number,
  quoted = true,
): Promise<ReadResult<Table>> {
  const bytesOf = byteLengthIn(encoded.encoding);
  const marks: RowMark[] = [{ index: 0, line: 1, byte: markBytes }];
  let dialect: Dialect | undefined;
  let parser: RowParser | undefined;
  let first: readonly string[] | undefined;
  const visit = ({ cells }: { readonly cells: readonly string[] }): void => void (first ??= cells);
  let byte = markBytes;
  let held = '';
  const begin = (isWhole: boolean): RowParser => {
    dialect = { ...encoded, ...detectDialect(held, isWhole, source.file), quoted };
    return new RowParser(dialect, limits);
  };
  for await (const text of readText(source.path, encoded)) {
    byte += bytesOf?.(text) ?? 0;
    held += text;
    if (held.length < SAMPLE_LENGTH) continue;
    parser ??= begin(false);
    parser.push(held, false, visit);
    held = '';
    const { index, line, rest } = parser.next;
    if (bytesOf) marks.push({ index, line, byte: byte - bytesOf(rest) });
  }
  parser ??= begin(true);
  parser.push(held, true, visit);
  // Quotes that do not close are damage in a csv, and mere characters between tabs.
  if (quoted && dialect?.delimiter === '\t' && parser.problems.length > 0) return read(source, limits, encoded, markBytes, false);
  const table = new StoredTable(
    source.file,
    source.path,
    limits,
    dialect ?? { ...encoded, delimiter: ',', lineEnd: '\n', quoted },
    headerOf(first ?? []),
    marks,
  );
  const partial = failuresOf(parser);
  return { ok: true, model: table, ...(partial.length > 0 && { partial }) };
}

/** Characters that the dialect is told from, unless the file is shorter. */
const SAMPLE_LENGTH = 1 << 16;

/** How many bytes a text takes in an encoding; `undefined` where that cannot be told from the text. */
function byteLengthIn(encoding: string): ((text: string) => number) | undefined {
  if (encoding === 'utf-8') return (text) => Buffer.byteLength(text, 'utf8');
  if (encoding.startsWith('utf-16')) return (text) => text.length * 2;
  return /^(?:windows-|iso-8859-|koi8|ibm866|macintosh|x-mac)/.test(encoding) ? (text) => text.length : undefined;
}

/** A first row of texts only, of which none is empty but those at the end. */
function headerOf(first: readonly string[]): readonly string[] {
  const names = first.map((cell) => cell.trim());
  while (names.at(-1) === '') names.pop();
  return names.every(isName) ? names : [];
}

function isName(cell: string): boolean {
  return /\p{L}/u.test(cell) && !/^(?:true|false|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:T.*)?|[-+]?[\d.,]+(?:[eE][-+]?\d+)?)$/i.test(cell);
}

function failuresOf({ problems }: RowParser): ReadFailure[] {
  const failures: ReadFailure[] = [];
  for (const kind of ['unclosed', 'text-after-quote'] as const) {
    const [first, ...more] = problems.filter((problem) => problem.kind === kind);
    if (!first) continue;
    const others = more.length > 0 ? ` (and ${more.length} more such rows)` : '';
    const text =
      kind === 'unclosed'
        ? `A quote that opens in the row at line ${first.line} is never closed, so that the rest of the file was left out: close it, or double quotes inside of cells.`
        : `In the row at line ${first.line}${others} text follows a closing quote, so that cells may be cut wrongly: double quotes inside of cells.`;
    failures.push({
      kind: 'corrupt',
      text,
      place: { kind: 'text', start: { line: first.line, column: 1 }, end: { line: first.line, column: 1 } },
    });
  }
  return failures;
}
