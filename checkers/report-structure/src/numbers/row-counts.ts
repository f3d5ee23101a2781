import type { Figure } from './find-figures.ts';
import type { Grid } from './grid.ts';
import { stem, wordsOf } from './words.ts';

/** How many rows a grid has, and the words by which a text counts them. */
export interface RowCount {
  /** In words: `orders.csv`. */
  readonly name: string;
  readonly rows: number;
  /** Stems: of the file's or the sheet's name, and of the column that numbers the rows. */
  readonly nouns: ReadonlySet<string>;
}

/** Names of files and columns that say nothing about what is counted. */
const OF_ANYTHING = new Set(
  [
    'id',
    'no',
    'nr',
    'number',
    'code',
    'key',
    'index',
    'name',
    'date',
    'data',
    'file',
    'sheet',
    'table',
    'row',
    'export',
    'report',
    'final',
  ].map(stem),
);

export function rowCountOf({ name, rowCount, labels }: Grid): RowCount {
  const [file = '', sheet = ''] = name.split(/, (?:sheet )?(?=')/);
  const base = (file.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  const keys = labels.filter(({ values }) => values.length === rowCount).slice(0, 1);
  const words = [base, sheet, ...keys.map((key) => key.name)].flatMap((text) => wordsOf(text.replaceAll(/[_-]/g, ' ')));
  return {
    name,
    rows: rowCount,
    nouns: new Set(words.map(stem).filter((word) => word.length > 2 && !/\d/.test(word) && !OF_ANYTHING.has(word))),
  };
}

/** True when the words right behind a whole number are those for the rows: `204 orders`, `204 open orders`. */
export function countsRows({ isPlain, isRough, end }: Figure, text: string, { nouns }: RowCount): boolean {
  if (!isPlain || isRough || nouns.size === 0) return false;
  const [, one = '', two = ''] = /^[ \u00A0](\p{L}+)(?: (\p{L}+))?/u.exec(text.slice(end, end + 60)) ?? [];
  return [one, two].some((word) => nouns.has(stem(wordsOf(word)[0] ?? '')));
}
