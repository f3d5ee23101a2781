import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the big tables are put. */
export const PLAIN_PATH: string = join(tmpdir(), 'preflag-bench-1000000x8-plain.csv');
export const QUOTED_PATH: string = join(tmpdir(), 'preflag-bench-1000000x8-quoted.csv');

const ROWS = 1_000_000;
const REGIONS = ['North', 'South', 'East', 'West', 'Centre'];

/** Writes a table of 1,000,000 × 8 cells: ids, dates, words, whole numbers, decimals; every fourth note between quotes, or none. */
export async function makeTable(path: string, isQuoted: boolean): Promise<void> {
  const out = createWriteStream(path);
  let text = 'id,date,region,customer,quantity,price,note,updated\n';
  for (let row = 1; row <= ROWS; row++) {
    text += rowText(row, isQuoted);
    if (text.length < 1 << 18 && row < ROWS) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end();
  await once(out, 'close');
}

function rowText(row: number, isQuoted: boolean): string {
  const date = new Date(Date.UTC(2020, 0, 1) + (row % 1500) * 86_400_000).toISOString().slice(0, 10);
  const note = row % 4 > 0 ? `Plain note ${row % 97}` : isQuoted ? `"Note ${row}, ""urgent"""` : `Note ${row} urgent`;
  const price = (((row * 104_729) % 100_000) / 100).toFixed(2);
  const cells = [row, date, REGIONS[row % REGIONS.length], `Customer ${row % 5000}`, (row * 7919) % 1000, price, note];
  return `${cells.join(',')},${date}T10:${String(row % 60).padStart(2, '0')}:00\n`;
}
