import ExcelJS from 'exceljs';

/** A cell: a value, a formula with its cached result, or an error value. `null` leaves it blank. */
type CellSpec =
  | string
  | number
  | boolean
  | Date
  | null
  | { readonly formula: string; readonly result?: string | number | boolean }
  | { readonly error: string };
/** Rows of a sheet, from A1. */
export type SheetSpec = readonly (readonly CellSpec[])[];

/** Writes an xlsx with these sheets. `edit` may do to the workbook whatever exceljs can. */
export async function workbookOf(
  sheets: Readonly<Record<string, SheetSpec>>,
  edit: (workbook: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow(row.map((cell) => toExcelJs(cell)));
  }
  edit(workbook);
  return write(workbook);
}

/** A changed copy of an xlsx, or `undefined` when `edit` returns false: there was no room for the change. */
export async function editWorkbook(
  bytes: Uint8Array,
  edit: (workbook: ExcelJS.Workbook) => boolean | void,
): Promise<Uint8Array | undefined> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return edit(workbook) === false ? undefined : write(workbook);
}

function toExcelJs(cell: CellSpec): ExcelJS.CellValue {
  if (typeof cell === 'object' && cell !== null && 'formula' in cell)
    return { formula: cell.formula, ...(cell.result !== undefined && { result: cell.result }) };
  return cell as ExcelJS.CellValue;
}

async function write(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  // A fixed date makes equal workbooks equal files.
  workbook.created = workbook.modified = new Date('2026-01-01T00:00:00Z');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
