/**
 * Runs the rules that look for formulas that break the pattern around them over workbooks that people audited, and prints what they
 * find of the cells that the audit calls wrong.
 * `node --conditions=@preflag/source bench/formula-errors/run.ts FOLDER [--name PATTERN] [--rules PATTERN] [--list] [--around CELLS]`
 * FOLDER holds `truth.json`, a list of `{ workbook, sheet, cells }` with A1 addresses, and the workbooks under `files/`. Sheets that are not
 * listed were not audited, and findings on them are left out. A finding is right when its range meets a cell of the list; its cells are
 * those of its range that hold a formula or a number. `--list` prints each finding and each missed cell, with the formulas around it.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Rule } from '@preflag/core';
import { checker } from '../../checkers/spreadsheet/src/index.ts';
import { auditedWorkbooks } from './audited-workbooks.ts';
import { checkAudited, type AuditedSheet } from './check-audited.ts';
import { listSheet } from './list-sheet.ts';
import { printScores } from './print-scores.ts';

/** The rules of the class that the audit looked for; others find other faults in the same cells. */
const OF_THE_CLASS = [
  'inconsistent-formula',
  'totals-differ-in-extent',
  'typed-among-formulas',
  'formula-omits-inputs',
  'total-takes-in-heading',
  'range-omits-neighbours',
  'double-count-in-total',
  'calculated-column-exception',
];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string', default: '' },
    rules: { type: 'string', default: `^spreadsheet/(${OF_THE_CLASS.join('|')})$` },
    list: { type: 'boolean', default: false },
    around: { type: 'string', default: '2' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Say which folder: node --conditions=@preflag/source bench/formula-errors/run.ts FOLDER');
  process.exitCode = 2;
} else {
  const rules: readonly Rule[] = checker.rules.filter(({ id }) => new RegExp(values.rules).test(id));
  const audited: AuditedSheet[] = [];
  for (const workbook of auditedWorkbooks(resolve(folder))) {
    if (!new RegExp(values.name).test(workbook.name)) continue;
    const sheets = await checkAudited(workbook, rules);
    if (values.list) for (const sheet of sheets) listSheet(sheet, Number(values.around));
    audited.push(...sheets);
  }
  printScores(audited, rules);
}
