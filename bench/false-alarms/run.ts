/**
 * Runs all rules over files that people made, without a job, and prints what they find.
 * `node --conditions=@preflag/source bench/false-alarms/run.ts FOLDER [--name PATTERN] [--list RULE] [--sample N] [--field NAME]`
 * A folder of tsv files with the header `id <source language> <target language>` is read as translated segments, one per line;
 * one of jsonl files with `source`, `language`, `translation` and a field NAME (default: perturbed) as translations into English.
 * A folder with workbooks or csv files is read as spreadsheets; `N_x_answer.xlsx` is an update of `N_x_input.xlsx`.
 * One with po, xliff or tmx files is read as translations of the sources that stand in them.
 * `--name` keeps files whose name matches; `--list` prints the findings of one rule, or of all (`*`); `--sample` only so many of each, spread
 * over the files, to be judged by eye.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCatalogs } from './catalogs.ts';
import { runDocuments } from './documents.ts';
import { runErrors, runPairs } from './pairs.ts';
import { runSpreadsheets } from './spreadsheets.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string', default: '' },
    list: { type: 'string' },
    sample: { type: 'string' },
    field: { type: 'string', default: 'perturbed' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Say which folder: node --conditions=@preflag/source bench/false-alarms/run.ts FOLDER');
  process.exitCode = 2;
} else {
  const root = resolve(folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => new RegExp(values.name).test(name))
    .toSorted();
  const sample = values.sample === undefined ? undefined : Number(values.sample);
  const options = { root, files, list: values.list ?? (sample === undefined ? undefined : '*'), sample };
  if (files.some((name) => name.endsWith('.tsv'))) await runPairs(options);
  else if (files.some((name) => name.endsWith('.jsonl'))) await runErrors({ ...options, field: values.field });
  else if (files.some((name) => /\.(?:xls[xm]|csv)$/.test(name))) await runSpreadsheets(options);
  else if (files.some((name) => /\.(?:po|xlf|xliff|tmx)$/.test(name))) await runCatalogs(options);
  else await runDocuments(options);
}
