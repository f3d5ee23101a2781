import { extname } from 'node:path';
import type { Dialect } from './model.ts';
import { splitRows } from './row-parser.ts';

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 100;

/** Delimiter and line end by what the first rows hold; quotes are respected. A `.tsv` or `.tab` file prefers tabs. */
export function detectDialect(sample: string, isWhole: boolean, file: string): Pick<Dialect, 'delimiter' | 'lineEnd'> {
  const lineEnd = lineEndOf(sample);
  const prefersTab = ['.tsv', '.tab'].includes(extname(file).toLowerCase());
  const candidates = prefersTab ? ['\t', ...DELIMITERS] : DELIMITERS;
  let best = { delimiter: candidates[0] ?? ',', score: 0 };
  for (const delimiter of candidates) {
    const score = evenness(splitRows(sample, { delimiter, lineEnd, quoted: true }, isWhole).slice(0, SAMPLE_ROWS));
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, lineEnd };
}

/** The line end of most lines. Those inside quotes count too, but rarely outnumber the others. */
function lineEndOf(sample: string): Dialect['lineEnd'] {
  const all = sample.match(/\r\n|\n|\r/g) ?? [];
  const windows = all.filter((end) => end === '\r\n').length;
  const mac = all.filter((end) => end === '\r').length;
  if (windows > all.length / 2) return '\r\n';
  return mac > all.length / 2 ? '\r' : '\n';
}

/** How evenly rows are cut: the share of rows with the most frequent number of cells, a little more for more cells; 0 for one cell. */
function evenness(rows: readonly (readonly string[])[]): number {
  const filled = rows.filter((row) => row.length > 1 || row[0] !== '');
  const counts = new Map<number, number>();
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [cells, share] = [...counts].reduce((most, [length, count]) => (count > most[1] ? [length, count] : most), [1, 0]);
  if (cells < 2) return filled.some((row) => row.length > 1) ? 0.01 : 0;
  return share / filled.length + Math.min(cells, 100) / 1000;
}
