/**
 * Reads every workbook and table below a folder, names what is refused, and compares the cells of each workbook with what
 * exceljs says, where exceljs can read it. `node --conditions=@preflag/source bench/workbook/compare.ts FOLDER`
 */
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DEFAULT_LIMITS } from '@preflag/core';
import { readTable, readWorkbook, tablesOf } from '@preflag/readers';
import { differencesFromExcelJs } from './differences.ts';

const PATIENCE_MS = 40_000;

const [, , folder, single] = process.argv;
if (folder === '--one' && single !== undefined) console.log(JSON.stringify(await differencesFromExcelJs(single)));
else if (folder === undefined) console.error('Name a folder.');
else await compareAll(folder);

async function compareAll(root: string): Promise<void> {
  const counts = new Map<string, number>();
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
    if (isTable || !result.ok) continue;
    const compared = await comparedByChild(source.path);
    count(`exceljs: ${compared.length === 0 ? 'equal' : compared[0]?.startsWith('exceljs') ? 'cannot read' : 'different'}`);
    if (compared.length > 0) console.log(`DIFFERENT ${path}\n  ${compared.slice(0, 5).join('\n  ')}`);
  }
  console.log(Object.fromEntries([...counts].toSorted(([a], [b]) => a.localeCompare(b))));
}

/** In a child, since exceljs does not come back from some files. */
async function comparedByChild(path: string): Promise<readonly string[]> {
  const script = fileURLToPath(import.meta.url);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@preflag/source', script, '--one', path], {
      timeout: PATIENCE_MS,
      maxBuffer: 1 << 26,
    });
    return JSON.parse(stdout) as string[];
  } catch (thrown) {
    return [`exceljs: ${String(thrown).slice(0, 200)}`];
  }
}
