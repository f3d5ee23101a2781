import type { Demand } from './demands.ts';
import type { CellSelector, ColumnExpectation, Deliverable, Range } from './types.ts';

/** What a demand asks for, in the words of the job: `Words: 1200 to 2000`. One line, at most some 300 characters. */
export function demandWords(deliverable: Deliverable, demand: Demand): string {
  const text = WORDS[demand](deliverable);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

const LONGEST = 300;

const WORDS: Readonly<Record<Demand, (deliverable: Deliverable) => string>> = {
  language: ({ language }) => `Language: ${language}`,
  sheets: ({ sheets = [] }) => `Sheets: ${list(sheets.map(({ name }) => name))}`,
  'sheets.columns': ({ sheets = [] }) =>
    `Columns: ${sheets.flatMap(({ name, columns }) => (columns ? [`${name} with ${list(columns.map((column) => column.name))}`] : [])).join('; ')}`,
  'sheets.rows': ({ sheets = [] }) => `Rows: ${sheets.flatMap(({ name, rows }) => (rows ? [`${name} ${span(rows)}`] : [])).join('; ')}`,
  columns: ({ columns = [] }) => `Columns: ${list(columns.map(({ name }) => name))}`,
  'columns.type': ofColumns('Types', ({ type }) => type),
  'columns.range': ofColumns('Values', ({ min, max }) => (min === undefined && max === undefined ? undefined : bounds(min, max))),
  'columns.pattern': ofColumns('Patterns', ({ pattern }) => pattern),
  'columns.values': ofColumns('Allowed values', ({ values }) => values && list(values.map(String))),
  'columns.required': ofColumns('Never blank', ({ required }) => (required ? '' : undefined)),
  'columns.unique': ofColumns('Each value once', ({ unique }) => (unique ? '' : undefined)),
  'columns.in': ofColumns('Found elsewhere', (column) => column.in && `in ${column.in.sheet ?? 'the table'} › ${column.in.column}`),
  'columns.inFile': ofColumns('Found in other files', (column) => column.in?.file && `in ${column.in.file} › ${column.in.column}`),
  'columns.unit': ofColumns('Units', ({ unit }) => unit),
  'columns.format': ofColumns('Formats', ({ format }) => format),
  rows: ({ rows }) => `Rows: ${span(rows)}`,
  key: ({ key, sheets = [] }) => `Rows named by: ${list(key ?? sheets.flatMap((sheet) => sheet.key ?? []))}`,
  sortedBy: ({ sortedBy, sheets = [] }) =>
    `Sorted by: ${list((sortedBy ?? sheets.flatMap((sheet) => sheet.sortedBy ?? [])).map(({ column }) => column))}`,
  'cells.value': ({ cells = [] }) =>
    `Cells: ${list(
      cells.flatMap(({ at, value, matches }) =>
        value === undefined && matches === undefined ? [] : [`${place(at)} ${value === undefined ? `like ${matches}` : `is ${value}`}`],
      ),
    )}`,
  'cells.formula': ({ cells = [] }) =>
    `Cells: ${list(cells.flatMap(({ at, formula }) => (formula === undefined ? [] : [`${place(at)} ${formula ? 'computed' : 'typed'}`])))}`,
  controlTotals: ({ controlTotals = [] }) => `Totals that must agree: ${list(controlTotals.map(({ label }) => label))}`,
  update: ({ update }) => `An update of ${update?.before}`,
  'update.allow': ({ update }) =>
    (update?.allow ?? []).length === 0
      ? 'Nothing else may change'
      : `May change: ${list((update?.allow ?? []).map(({ sheet, columns }) => [sheet, columns?.join(', ')].filter(Boolean).join(' › ') || 'rows'))}`,
  'update.require': ({ update }) =>
    `Must change: ${list((update?.require ?? []).map(({ where, set }) => `${pairs(where)} gets ${pairs(set)}`))}`,
  'length.words': ({ length }) => `Words: ${span(length?.words)}`,
  'length.characters': ({ length }) => `Characters: ${span(length?.characters)}`,
  'length.pages': ({ length }) => `Pages: ${span(length?.pages)}`,
  sections: ({ sections = [] }) => `Sections: ${list(sections.map(({ title }) => title))}`,
  'sections.words': ({ sections = [] }) =>
    `Words of sections: ${list(sections.flatMap(({ title, words }) => (words ? [`${title} ${span(words)}`] : [])))}`,
  'sections.questions': ({ sections = [] }) => `Questions answered: ${list(sections.flatMap(({ questions }) => questions))}`,
  order: ({ order }) => `Order of sections: ${order === 'strict' ? 'exactly as listed' : 'as listed, others between'}`,
  style: ({ style = {} }) =>
    `Style: ${list(Object.entries(style).map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`))}`,
  terms: ({ terms }) =>
    `Terms: ${list([...Object.keys(terms?.use ?? {}).map((word) => `write ${word}`), ...(terms?.banned ?? []).map((word) => `never ${word}`)])}`,
  data: ({ data = [] }) => `Figures that can be traced to ${list(data)}`,
  source: ({ source, language }) => `A translation of ${source}${language === undefined ? '' : ` into ${language}`}`,
  glossary: ({ glossary }) => `The terms of ${glossary}`,
  doNotTranslate: ({ doNotTranslate = [] }) => `Left as they are: ${list(doNotTranslate)}`,
  register: ({ register }) => `Readers addressed in a ${register} way`,
  placeholders: ({ placeholders = [] }) => `Placeholders kept: ${list(placeholders)}`,
  memory: ({ memory = [] }) => `Translations as approved in ${list(memory)}`,
};

function ofColumns(label: string, wordsOf: (column: ColumnExpectation) => string | undefined): (deliverable: Deliverable) => string {
  return (deliverable) => {
    const columns = [deliverable, ...(deliverable.sheets ?? [])].flatMap((table) => table.columns ?? []);
    const named = columns.flatMap((column) => {
      const words = wordsOf(column);
      return words === undefined ? [] : [`${column.name} ${words}`.trim()];
    });
    return `${label}: ${list(named)}`;
  };
}

function list(words: readonly string[]): string {
  return words.join(', ');
}

function span(range: Range | undefined): string {
  return bounds(range?.min, range?.max);
}

function bounds(min: number | string | undefined, max: number | string | undefined): string {
  if (min === undefined) return `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `${min}` : `${min} to ${max}`;
}

function place(at: CellSelector): string {
  return typeof at === 'string' ? at : [at.sheet, at.row, at.column].filter((part) => part !== undefined).join(' › ');
}

function pairs(match: Readonly<Record<string, unknown>>): string {
  return Object.entries(match)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
