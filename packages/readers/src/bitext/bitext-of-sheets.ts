import { cellAddress, type Location } from '@preflag/core';
import type { Table } from '../table/model.ts';
import type { SheetTable } from '../workbook/layout.ts';
import { tablesOf } from '../workbook/index.ts';
import type { Sheet, Workbook } from '../workbook/model.ts';
import { bitextOfCatalog } from './bitext-of-catalog.ts';
import type { Languages } from './bitext-model.ts';
import type { Entry } from './catalog.ts';
import { CatalogDraft } from './catalog-draft.ts';
import { LineIndex } from '../text/index.ts';
import { languageColumns, type LanguageColumn, type LanguageColumns } from './language-columns.ts';
import type { Bitext } from './model.ts';

/** The segments of a csv file or workbook with a column for each language; `undefined` where it has none. */
export function bitextOfSheets(
  model: Table | Workbook,
  sheets: readonly Sheet[],
  languages: Languages,
  isTranslation: boolean,
): Bitext | undefined {
  const draft = new CatalogDraft();
  let isFound = false;
  for (const sheet of sheets) {
    for (const table of tablesOf(sheet)) {
      const rows = { first: table.firstRow, last: table.lastRow };
      const found = table.headerRow < 0 ? undefined : languageColumns(sheet, table.columns, rows, { ...languages, isTranslation });
      if (!found) continue;
      isFound = true;
      addTable(draft, table, found, sheets.length > 1 ? `${sheet.name} › ` : '');
    }
  }
  if (!isFound) return undefined;
  const catalog = draft.finish(model.file, 'csv', '', new LineIndex(''), {
    describe: (at) => model.describe(at),
    surround: (at) => model.surround?.(at),
    duplicates: [],
  });
  return bitextOfCatalog(catalog, undefined, languages);
}

function addTable(draft: CatalogDraft, table: SheetTable, { source, targets }: LanguageColumns, before: string): void {
  const { sheet } = table;
  const header = cellAt(sheet, table.headerRow, source.index);
  draft.declare('source', source.language, `the header '${source.name}'`, header);
  const [first] = targets;
  if (targets.length === 1 && first)
    draft.declare('target', first.language, `the header '${first.name}'`, cellAt(sheet, table.headerRow, first.index));
  const own = new Set([source, ...targets].map(({ index }) => index));
  const key = table.columns.find(({ index, name }) => !own.has(index) && index < source.index && name !== '')?.index;
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    const text = sheet.text(row, source.index);
    const name = (key === undefined ? '' : sheet.text(row, key)) || text || `row ${row + 1}`;
    for (const column of targets) {
      const entry = entryOf(sheet, row, text, source, column);
      const id = `${before}${name}${targets.length > 1 ? ` › ${column.name}` : ''}`;
      if (entry)
        draft.add(
          { ...entry, id, ...(targets.length > 1 && { language: column.language ?? column.name }) },
          cellAt(sheet, row, column.index),
        );
    }
  }
}

function entryOf(sheet: Sheet, row: number, text: string, source: LanguageColumn, column: LanguageColumn): Omit<Entry, 'id'> | undefined {
  const target = sheet.text(row, column.index);
  if (text.trim() === '' && target.trim() === '') return undefined;
  return {
    ...(text !== '' && { source: { text, at: cellAt(sheet, row, source.index) } }),
    target: { text: target, at: cellAt(sheet, row, column.index) },
  };
}

function cellAt({ name }: Sheet, row: number, column: number): Location {
  return { kind: 'cell', sheet: name, range: cellAddress(row, column) };
}
