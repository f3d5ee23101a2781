import type { Sheet, Update, Workbook } from '@preflag/readers';

/** Sheets of two workbooks that have the same name, without regard to case; nothing where one of the files is no workbook. */
export function sheetPairs({ models: { before, after } }: Update): readonly { readonly before: Sheet; readonly after: Sheet }[] {
  if (before.kind !== 'workbook' || after.kind !== 'workbook') return [];
  return before.sheets.flatMap((sheet) => {
    const partner = after.sheet(sheet.name);
    return partner ? [{ before: sheet, after: partner }] : [];
  });
}

/** Both files as workbooks, where they are. */
export function workbooksOf({ models: { before, after } }: Update): { readonly before: Workbook; readonly after: Workbook } | undefined {
  return before.kind === 'workbook' && after.kind === 'workbook' ? { before, after } : undefined;
}
