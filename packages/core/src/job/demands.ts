import type { ColumnExpectation, Deliverable, Range } from './types.ts';

/** What a job can demand of a file, by its key in the job file. A rule names those that it checks. */
export const DEMANDS = [
  'language',
  'sheets',
  'sheets.columns',
  'sheets.rows',
  'columns',
  'columns.type',
  'columns.range',
  'columns.pattern',
  'columns.values',
  'columns.required',
  'columns.unique',
  'columns.in',
  'columns.inFile',
  'columns.unit',
  'columns.format',
  'rows',
  'key',
  'sortedBy',
  'cells.value',
  'cells.formula',
  'controlTotals',
  'update',
  'update.allow',
  'update.require',
  'length.words',
  'length.characters',
  'length.pages',
  'sections',
  'sections.words',
  'sections.questions',
  'order',
  'style',
  'terms',
  'data',
  'source',
  'glossary',
  'doNotTranslate',
] as const;
export type Demand = (typeof DEMANDS)[number];

/** The demands that a deliverable states. What is there by default is a demand only where there is something that it is about. */
export function demandsOf(deliverable: Deliverable): readonly Demand[] {
  const {
    type,
    language,
    sheets,
    columns,
    rows,
    cells,
    controlTotals,
    update,
    length,
    sections,
    order,
    style,
    terms,
    data,
    source,
    glossary,
    doNotTranslate,
  } = deliverable;
  const tables = [deliverable, ...(sheets ?? [])];
  const someColumn = (states: (column: ColumnExpectation) => boolean): boolean =>
    tables.some((table) => table.columns?.some(states) ?? false);
  const stated: Readonly<Record<Demand, boolean>> = {
    language: language !== undefined && type !== 'translation',
    sheets: sheets !== undefined,
    'sheets.columns': sheets?.some((sheet) => sheet.columns) ?? false,
    'sheets.rows': sheets?.some((sheet) => isRange(sheet.rows)) ?? false,
    columns: columns !== undefined,
    'columns.type': someColumn((column) => column.type !== undefined),
    'columns.range': someColumn(({ min, max }) => min !== undefined || max !== undefined),
    'columns.pattern': someColumn(({ pattern }) => pattern !== undefined),
    'columns.values': someColumn(({ values }) => values !== undefined),
    'columns.required': someColumn(({ required }) => required),
    'columns.unique': someColumn(({ unique }) => unique),
    'columns.in': someColumn((column) => column.in !== undefined && column.in.file === undefined),
    'columns.inFile': someColumn((column) => column.in?.file !== undefined),
    'columns.unit': someColumn(({ unit }) => unit !== undefined),
    'columns.format': someColumn(({ format }) => format !== undefined),
    rows: isRange(rows),
    key: tables.some((table) => table.key !== undefined),
    sortedBy: tables.some((table) => table.sortedBy !== undefined),
    'cells.value': cells?.some(({ value, matches }) => value !== undefined || matches !== undefined) ?? false,
    'cells.formula': cells?.some(({ formula }) => formula !== undefined) ?? false,
    controlTotals: controlTotals !== undefined,
    update: update !== undefined,
    'update.allow': update?.allow !== undefined,
    'update.require': (update?.require.length ?? 0) > 0,
    'length.words': isRange(length?.words),
    'length.characters': isRange(length?.characters),
    'length.pages': isRange(length?.pages),
    sections: sections !== undefined,
    'sections.words': sections?.some(({ words }) => isRange(words)) ?? false,
    'sections.questions': sections?.some(({ questions }) => questions.length > 0) ?? false,
    order: (sections?.length ?? 0) > 1 && order !== 'any',
    style: style !== undefined,
    terms: terms !== undefined,
    data: data !== undefined,
    source: type === 'translation' && source !== undefined,
    glossary: glossary !== undefined,
    doNotTranslate: doNotTranslate !== undefined,
  };
  return DEMANDS.filter((demand) => stated[demand]);
}

function isRange(range: Range | undefined): boolean {
  return range?.min !== undefined || range?.max !== undefined;
}
