import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_LIMITS } from '@preflag/core';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { TableRow } from './model.ts';
import { readTable } from './read-table.ts';
import { textsOf } from './row-cutter.ts';

/** Files that papaparse cuts otherwise, and why that is not what a person would read. */
const DIFFERENCES: ReadonlyMap<string, string> = new Map([
  [
    'frictionless-py-data-issue-1478-table.csv',
    'its last line ends with LF and the others with CRLF: papaparse keeps the LF in the last cell',
  ],
]);

const folder = fileURLToPath(new URL('../../../../../shared/data/spreadsheets/robustness/csv', import.meta.url));
if (!existsSync(folder)) process.stdout.write('The csv files of many readers are not beside the repository: not compared with papaparse\n');
describe.skipIf(!existsSync(folder))('papaparse', () => {
  it.each(existsSync(folder) ? globSync('*.csv', { cwd: folder }) : [])('cuts %s in the same way', async (name) => {
    const path = join(folder, name);
    const result = await readTable({ file: name, path }, { limits: DEFAULT_LIMITS, encoding: 'windows-1252' });
    if (!result.ok) throw new Error(result.failure.text);
    const { dialect } = result.model;
    const text = new TextDecoder(dialect.encoding).decode(readFileSync(path));
    const expected = Papa.parse<string[]>(text, { delimiter: dialect.delimiter }).data;
    if (expected.at(-1)?.join('') === '') expected.pop();
    const rows: string[][] = [];
    await result.model.scan([{ item: 'row', visit: (row) => void rows.push(textsOf(row as TableRow)) }]);
    expect(isDeepStrictEqual(rows, expected), DIFFERENCES.get(name)).toBe(!DIFFERENCES.has(name));
  });
});
