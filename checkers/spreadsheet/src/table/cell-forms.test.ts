import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { readTable, type TableRow } from '@preflag/readers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvTraitsOf } from '../text-traits.ts';
import {
  COMMA,
  CURRENCY,
  formOf,
  GROUPED,
  isDateForm,
  LONG,
  LONG_FRACTION,
  MISSING,
  PERCENT,
  SCIENTIFIC,
  SHORT,
  SHORT_FRACTION,
  TEXT,
  ZERO_LED,
} from './cell-forms.ts';
import { cellTraitsOf } from './cell-traits.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cells-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each<[string, number, readonly string[]]>([
  ['short numbers', SHORT, ['0', '7', '-12', '+999']],
  ['long numbers', LONG, ['1000', '-123456']],
  ['short numbers with decimals', SHORT_FRACTION, ['0.5', '.5', '-12.25']],
  ['long numbers with decimals', LONG_FRACTION, ['1234.5']],
  ['numbers in scientific notation', SCIENTIFIC, ['1e5', '1.5E-3', '2.5e+7']],
  ['digits behind zeros', ZERO_LED, ['007', '00']],
  ['parted thousands', GROUPED, ['1,234', '1,234,567.89', '12 345', "1'234.5", '-1,000']],
  ['decimal commas', COMMA, ['12,5', '1.234,50', '-0,25']],
  ['currencies', CURRENCY, ['$5', '€1.234,50', '12.50 €', '-$3.00', '£1,000']],
  ['percentages', PERCENT, ['12%', '0.5 %', '12,5%']],
  ['missing values', MISSING, ['NA', 'n/a', 'NULL', 'None', 'NaN', '-', '–', '?', '#N/A', 'nil']],
  ['texts', TEXT, ['Ann', 'Nancy', '1.2.3', '1-2', '12 apples', 'A1', '3 Mayor Street 20', '1,2,3', '12:30', '$', '--5']],
])('tells the form of %s', async (_name, form, texts) => {
  expect(await mapCells(texts, formOf)).toEqual(texts.map(() => form));
});

it('tells dates from other things', async () => {
  const dates = [
    '2024-01-31',
    '2024-1-5',
    '2024/01/31',
    '2024-01-31T10:00:00Z',
    '2024-01-31 10:00',
    '31.01.2024',
    '1/2/24',
    '31-01-2024',
    '31 Jan 2024',
    'Jan 31, 2024',
    '1. März 2024',
  ];
  const others = ['2024-01', '1/2', '10.20.30.40', '123-45-6789', '2024-123-45', 'Mar', 'Jan 31', '31-01-202', '20240131'];
  expect((await mapCells(dates, formOf)).map(isDateForm)).toEqual(dates.map(() => true));
  expect((await mapCells(others, formOf)).map(isDateForm)).toEqual(others.map(() => false));
});

it('overlooks no trait that the text has', async () => {
  const starts = ['', ' ', '\u00A0', '\uFEFF', '=', '@', '-', '+', 'x', '5', 'ü'];
  const middles = [
    '',
    'TODO',
    'todo: all',
    'FIXME',
    'TBD',
    'tbc.',
    'to be added',
    'to go',
    'xxx',
    'XXXX',
    'placeholder',
    'Plain note',
    'Your name here',
    'sample text',
    'insert it here',
    'insert',
    'lorem ipsum',
    'A Lorem Ipsum text',
    '[insert name]',
    '{{ name }}',
    '[1]',
    '1.2E+15',
    '1E5',
    'SUM(A1)',
    'cmd|x',
    'Ã¼ber',
    'Â£5',
    'â€™',
    '\uFFFD',
    'naïve',
    '123',
    '1.5',
    '2024-01-01',
    'a\0b',
    'Ann "A" B',
  ];
  const ends = ['', ' ', '\t', '\u200B', '!', '5'];
  const texts = starts
    .flatMap((start) => middles.flatMap((middle) => ends.map((end) => start + middle + end)))
    .filter((text) => text !== '');
  expect(await mapCells(texts, cellTraitsOf)).toEqual(texts.map((text) => csvTraitsOf(text)));
});

/** What is said of each text as the cell of a csv. */
async function mapCells(texts: readonly string[], say: (row: TableRow, column: number) => number): Promise<readonly number[]> {
  const path = join(folder, 'a.csv');
  writeFileSync(path, `n,text\n${texts.map((text, index) => `${index},"${text.replaceAll('"', '""')}"\n`).join('')}`);
  const result = await readTable({ file: 'a.csv', path }, { limits: DEFAULT_LIMITS });
  if (!result.ok) throw new Error(result.failure.text);
  const said: number[] = [];
  const visit = (item: unknown): void => {
    const row = item as TableRow;
    if (row.index > 0) said.push(say(row, 1));
  };
  await result.model.scan([{ item: 'row', visit }]);
  return said;
}
