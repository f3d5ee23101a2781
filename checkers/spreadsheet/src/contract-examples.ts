import { workbookOf, type Example, type SheetSpec } from '@preflag/testing';

/** A csv with a job that asks this of it. */
export function csvWith(text: string, asks: object): Example {
  return { files: { 'a.csv': text }, job: { deliverables: [{ path: 'a.csv', ...asks }] } };
}

/** A workbook with one sheet S and a job that asks this of the sheet. `formats` gives columns by their letters a number format. */
export async function sheetWith(rows: SheetSpec, asks: object, formats: Readonly<Record<string, string>> = {}): Promise<Example> {
  return workbookWith({ S: rows }, { sheets: [{ name: 'S', ...asks }] }, formats);
}

/** A workbook with a job that asks this of it. */
export async function workbookWith(
  sheets: Readonly<Record<string, SheetSpec>>,
  asks: object,
  formats: Readonly<Record<string, string>> = {},
): Promise<Example> {
  const bytes = await workbookOf(sheets, (workbook) => {
    const sheet = workbook.worksheets[0];
    for (const [letter, format] of Object.entries(formats))
      for (let row = 2; row <= (sheet?.rowCount ?? 0); row += 1) sheet!.getCell(`${letter}${row}`).numFmt = format;
  });
  return { files: { 'a.xlsx': bytes }, job: { deliverables: [{ path: 'a.xlsx', ...asks }] } };
}
