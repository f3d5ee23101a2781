import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourceUsage } from 'node:process';
import { DEFAULT_LIMITS } from '@preflag/core';
import { readWorkbook } from '@preflag/readers';
import { strToU8, zipSync } from 'fflate';
import { ironCalc } from '../../checkers/spreadsheet/src/recalculate/ironcalc.ts';
import { RECALCULATION_LIMITS, recalculateWorkbook } from '../../checkers/spreadsheet/src/recalculate/recalculate-workbook.ts';
import { formulaPlaces } from './formula-places.ts';
import { KINDS } from './kinds.ts';

const [, , kind = '', count = '0'] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'preflag-bench-'));
try {
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, workbookWith(Number(count), KINDS[kind]!));
  const result = await readWorkbook({ file: 'a.xlsx', path }, { limits: DEFAULT_LIMITS });
  if (!result.ok) throw new Error(result.failure.text);
  const cells = formulaPlaces(result.model);
  const before = resourceUsage().maxRSS / 1024;
  const start = performance.now();
  const recalculated = await recalculateWorkbook(result.model, cells, ironCalc(), { ms: DEFAULT_LIMITS.calcMs, ...RECALCULATION_LIMITS });
  const seconds = (performance.now() - start) / 1000;
  const computed = recalculated?.outcomes.filter((outcome) => outcome.kind === 'value').length ?? 0;
  const peak = resourceUsage().maxRSS / 1024;
  console.log(
    `${count.padStart(8)}   ${kind.padEnd(28)} ${seconds.toFixed(2).padStart(6)}   ${String(computed).padStart(8)}   ${peak.toFixed(0)} (${before.toFixed(0)})`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** The least that a workbook is. */
function workbookWith(rows: number, formula: (row: number) => string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/${type}" Target="${target}"/></Relationships>`;
  const data = Array.from(
    { length: rows },
    (_, index) =>
      `<row r="${index + 1}"><c r="A${index + 1}"><v>${(index % 499) + 1}</v></c><c r="B${index + 1}"><f>${formula(index + 1)}</f><v>1</v></c></row>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(relation('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relation('worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData></worksheet>`),
  });
}
