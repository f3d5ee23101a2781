/**
 * Reads every workbook and table below a folder, names what is refused, and compares the cells, formulas and number formats
 * of each workbook with what exceljs says, where exceljs can read it and no reason for the difference is known. `node --conditions=@preflag/source bench/workbook/compare.ts FOLDER`
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { readTable, readWorkbook, tablesOf } from '@preflag/readers';
import { unaccepted } from './accepted-differences.ts';
import { compareFiles } from './compare-files.ts';

const [, , folder] = process.argv;
if (folder === undefined) console.error('Name a folder.');
else await compareAll(folder);

async function compareAll(root: string): Promise<void> {
  const counts = new Map<string, number>();
  const workbooks: string[] = [];
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const path of globSync('**/*.{xlsx,xlsm,csv,tsv}', { cwd: root }).toSorted()) {
    const source = { file: path, path: join(root, path) };
    const isTable = /\.[ct]sv$/.test(path);
    const start = performance.now();
    const result = isTable ? await readTable(source, { limits: DEFAULT_LIMITS }) : await readWorkbook(source, { limits: DEFAULT_LIMITS });
    const kind = isTable ? 'table' : 'workbook';
    if (result.ok && result.model.kind === 'workbook') result.model.sheets.map(tablesOf);
    if (performance.now() - start > 2000) console.log(`SLOW ${Math.round(performance.now() - start)} ms ${path}`);
    count(`${kind}: ${result.ok ? (result.partial ? 'read in part' : 'read') : 'refused'}`);
    if (!result.ok) console.log(`REFUSED ${path}\n  ${result.failure.kind}: ${result.failure.text}`);
    else for (const { text } of result.partial ?? []) console.log(`PART ${path}\n  ${text}`);
    if (!isTable && result.ok) workbooks.push(source.path);
  }
  for await (const { path, differences } of compareFiles(workbooks)) {
    const open = unaccepted(differences);
    const cannotRead = differences[0]?.startsWith('exceljs') ?? false;
    count(`exceljs: ${cannotRead ? 'cannot read' : open.length > 0 ? 'different' : differences.length > 0 ? 'accepted' : 'equal'}`);
    if (open.length > 0) console.log(`DIFFERENT ${path}\n  ${open.slice(0, 5).join('\n  ')}`);
  }
  console.log(Object.fromEntries([...counts].toSorted(([a], [b]) => a.localeCompare(b))));
}
