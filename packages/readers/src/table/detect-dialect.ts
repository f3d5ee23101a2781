import { extname } from 'node:path';
import type { Limits } from '@preflag/core';
import { HAS_SIGN, HAS_SPACE, IS_QUOTED } from './cell-bytes.ts';
import type { Dialect, LineEnd } from './model.ts';
import { RowCutter, type CutRow } from './row-cutter.ts';
import { cutText } from './text-pieces.ts';

type Cut = Pick<Dialect, 'delimiter' | 'lineEnd'>;

/** What the first bytes of a text say of how it is written. */
export interface FoundDialect extends Cut {
  /** Bytes of a first line `sep=;`, by which Excel is told the delimiter, with its line end; 0 without one. */
  readonly separatorBytes: number;
}

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 100;

/** Delimiter and line end by what the first rows hold; quotes are respected. A `.tsv` or `.tab` file prefers tabs. */
export function detectDialect(sample: Buffer, isWhole: boolean, file: string, limits: Limits): FoundDialect {
  const lineEnd = lineEndOf(sample.toString('latin1'));
  const declared = /^sep=([^\r\n])(?:\r\n|\r|\n)/i.exec(sample.toString('latin1', 0, 8));
  if (declared?.[1] !== undefined && DELIMITERS.includes(declared[1]))
    return { delimiter: declared[1], lineEnd, separatorBytes: declared[0].length };
  const prefersTab = ['.tsv', '.tab'].includes(extname(file).toLowerCase());
  let best = { delimiter: prefersTab ? '\t' : ',', score: 0 };
  for (const delimiter of prefersTab ? ['\t', ...DELIMITERS] : DELIMITERS) {
    const score = evenness(sample, isWhole, delimiter, limits);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, lineEnd, separatorBytes: 0 };
}

/** The line end of most lines. Those inside quotes count too, but rarely outnumber the others. */
function lineEndOf(sample: string): LineEnd {
  const all = sample.match(/\r\n|\n|\r/g) ?? [];
  const windows = all.filter((end) => end === '\r\n').length;
  const mac = all.filter((end) => end === '\r').length;
  if (windows > all.length / 2) return '\r\n';
  return mac > all.length / 2 ? '\r' : '\n';
}

/**
 * How evenly rows are cut: the share of rows with the most frequent number of cells, a little more for more cells, and less for cells in
 * which other delimiters were left without quotes. 0 for one cell. A comma that is left may be a decimal one or stand in a sentence, and counts nothing.
 */
function evenness(sample: Buffer, isWhole: boolean, delimiter: string, limits: Limits): number {
  const counts = new Map<number, number>();
  let [rows, cells, mixed] = [0, 0, 0];
  const visit = (row: CutRow): void => {
    if (rows >= SAMPLE_ROWS || isBlank(row)) return;
    rows++;
    counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    for (let column = 0; column < row.length; column++) {
      cells++;
      const characters = row.characters[column]!;
      if ((characters & (HAS_SIGN | HAS_SPACE)) !== 0 && (characters & IS_QUOTED) === 0 && hasOtherDelimiter(row, column)) mixed++;
    }
  };
  cutText(sample, isWhole, new RowCutter({ delimiter, quoted: true }, limits), visit);
  const [most, share] = [...counts].reduce((best, [length, count]) => (count > best[1] ? [length, count] : best), [1, 0]);
  if (most < 2) return [...counts.keys()].some((length) => length > 1) ? 0.01 : 0;
  return share / rows + Math.min(most, 100) / 1000 - (mixed / cells) * MIXED_WEIGHT;
}

const MIXED_WEIGHT = 0.2;

function hasOtherDelimiter(row: CutRow, column: number): boolean {
  for (let at = row.starts[column]!; at < row.ends[column]!; at++) if (RARE_IN_TEXT.has(row.bytes[at]!)) return true;
  return false;
}

/** Tab, semicolon and bar. */
const RARE_IN_TEXT: ReadonlySet<number> = new Set([0x09, 0x3b, 0x7c]);

function isBlank(row: CutRow): boolean {
  return row.length === 1 && row.starts[0] === row.ends[0];
}
