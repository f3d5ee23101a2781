import type { Update, Workbook } from '@preflag/readers';
import type { SheetPair, UpdateDiff } from './diff/sheet-diff.ts';

/** Sheets that are in both workbooks, in the order of the file before, also those with a new name; nothing where one of the files is no workbook. */
export function sheetPairs(model: Update, { pairs }: UpdateDiff): readonly SheetPair[] {
  if (!workbooksOf(model)) return [];
  return pairs.toSorted((a, b) => model.before.indexOf(a.before) - model.before.indexOf(b.before));
}

/** Both files as workbooks, where they are. */
export function workbooksOf({ models: { before, after } }: Update): { readonly before: Workbook; readonly after: Workbook } | undefined {
  return before.kind === 'workbook' && after.kind === 'workbook' ? { before, after } : undefined;
}
