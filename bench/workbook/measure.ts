import type * as Readers from '../../packages/readers/src/workbook/index.ts';
import { printMeasured } from '../measured.ts';

const [, , reader, path] = process.argv;
await printMeasured(() => measured(reader ?? '', path ?? ''));

/** Imports count: they are what a caller waits for. Of the readers only the one that is measured is loaded. */
async function measured(reader: string, path: string): Promise<string> {
  if (reader === 'exceljs') {
    const { default: ExcelJs } = await import('exceljs');
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.readFile(path);
    return String(workbook.worksheets[0]?.actualRowCount);
  }
  if (reader === 'preflag check') {
    const { check } = await import('preflag/check');
    const { checks, findings } = await check(path);
    return `${checks.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed').length} of ${checks.length} checks, ${findings.length} findings`;
  }
  const [{ DEFAULT_LIMITS }, { readWorkbook, tablesOf }] = await Promise.all([import('@preflag/core'), workbookReader()]);
  const result = await readWorkbook({ file: 'big.xlsx', path }, { limits: DEFAULT_LIMITS });
  if (!result.ok) throw new Error(result.failure.text);
  const { model } = result;
  if (reader === 'preflag') return String(model.sheets[0]?.cellCount);
  const facts = gatherFacts();
  await model.scan([facts, { item: 'cell', only: ['error'], visit: () => facts.errors++ }]);
  const rows = model.sheets.flatMap((sheet) => tablesOf(sheet).map(({ lastRow }) => lastRow));
  return `${facts.cells} ${Math.round(facts.sum)} ${facts.formulas.size} ${rows.join()}`;
}

/** The reader of workbooks alone, from the built package. */
async function workbookReader(): Promise<typeof Readers> {
  return (await import(new URL('workbook/index.js', import.meta.resolve('@preflag/readers')).href)) as typeof Readers;
}

/** What a few rules would gather: counts by kind, sums, different texts, runs of formulas. */
function gatherFacts(): {
  readonly item: 'cell';
  cells: number;
  sum: number;
  errors: number;
  readonly formulas: Map<number, number>;
  visit(item: unknown): void;
} {
  const texts = new Map<number, number>();
  return {
    item: 'cell',
    cells: 0,
    sum: 0,
    errors: 0,
    formulas: new Map<number, number>(),
    visit(item) {
      const cell = item as { readonly kind: string; readonly number: number; readonly stringId: number; readonly formulaId: number };
      this.cells++;
      if (cell.kind === 'number') this.sum += cell.number;
      else if (cell.kind === 'string') texts.set(cell.stringId, (texts.get(cell.stringId) ?? 0) + 1);
      if (cell.formulaId !== 0) this.formulas.set(cell.formulaId, (this.formulas.get(cell.formulaId) ?? 0) + 1);
    },
  };
}
