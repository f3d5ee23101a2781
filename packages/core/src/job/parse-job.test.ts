import { describe, expect, it } from 'vitest';
import { FileError } from '../index.ts';
import { parseJob } from './index.ts';

const SMALLEST = `version: 1
id: q3
deliverables: [{ path: sales.xlsx }]
`;

/** Everything that the documentation shows, in one job. */
const FULL = `
version: 1
id: q3-sales
title: Q3 sales pack
category: data-science-analytics
brief: brief.md
inputs: [inputs/sales.xlsx, inputs/terms.csv]
deliverables:
  - path: sales.xlsx
    type: spreadsheet
    asked: "keep the workbook's totals live"
    sheets: [{ name: Summary, columns: [Region, Revenue] }, { name: Detail, rows: { min: 1 } }]
    controlTotals:
      - { label: Revenue, detail: { sheet: Detail, column: Revenue }, total: { sheet: Summary, row: Total, column: Revenue }, tolerance: 0.01 }
      - { label: Hours, detail: "'My Sheet'!F2:F400", total: Summary!B9 }
    update:
      before: inputs/sales.xlsx
      key: id
      allow: [{ sheet: Detail, columns: [status] }]
      require: [{ sheet: Detail, where: { id: "00017" }, set: { status: closed } }]
  - path: report.docx
    type: report
    language: en-GB
    length: { words: { min: 1200, max: 2000 } }
    sections: [{ title: Executive summary, aliases: [Summary] }, Findings, { title: References }]
    order: relative
    style: { headings: sentence, dates: "D MMMM YYYY", citation: apa, page: A4 }
    terms: { use: { GitHub: Github }, banned: utilize }
    data: sales.xlsx
  - path: report.de.docx
    type: translation
    source: report.docx
    language: de-DE
    glossary: inputs/terms.csv
    doNotTranslate: [Acme, preflag]
    register: formal
    placeholders: '@@[a-z]+@@'
    memory: inputs/approved.tmx
rubric:
  - { id: fastest, level: essential, statement: Names the fastest-growing region and its rate, asked: "which region grows fastest", provedBy: [] }
rules: { "formatting/double-space": off, "spreadsheet/*": { severity: minor }, "integrity/*": critical }
ignore: [{ rule: integrity/unexpected-file, path: "*.log", reason: kept on request }]
gate: { failOn: important, require: [source, before] }
economics: { currency: USD, value: 200, human: { minutes: 240, cost: 180 }, review: { minutes: 20, cost: 15 } }
`;

const mistakesIn = (text: string): readonly string[] => {
  try {
    parseJob(text, 'job.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return error.message.split('\n');
  }
};

describe('parseJob', () => {
  it('fills in the defaults of the smallest job', () => {
    expect(parseJob(SMALLEST, 'job.yaml').job).toEqual({
      version: 1,
      id: 'q3',
      title: 'q3',
      inputs: [],
      rubric: [],
      rules: {},
      ignore: [],
      gate: { failOn: 'important', require: [] },
      deliverables: [
        { path: 'sales.xlsx', type: 'any', optional: false, columnOrder: 'any', order: 'relative', count: { min: 1, max: 1 } },
      ],
    });
  });

  it('takes every key that is documented, and writes short forms out', () => {
    const { job } = parseJob(FULL, 'job.yaml');
    expect(job.deliverables[0]?.update).toEqual({
      before: 'inputs/sales.xlsx',
      key: ['id'],
      allow: [{ sheet: 'Detail', columns: ['status'] }],
      require: [{ sheet: 'Detail', where: { id: '00017' }, set: { status: 'closed' } }],
    });
    expect(job.deliverables[0]?.controlTotals?.map(({ tolerance }) => tolerance)).toEqual([0.01, 0.005]);
    expect(job.deliverables[1]?.sections?.map(({ title, aliases }) => [title, aliases])).toEqual([
      ['Executive summary', ['Summary']],
      ['Findings', []],
      ['References', []],
    ]);
    expect(job.deliverables[1]?.terms).toEqual({ use: { GitHub: ['Github'] }, banned: ['utilize'] });
    expect(job.deliverables[1]?.data).toEqual(['sales.xlsx']);
    expect(job.rules).toEqual({
      'formatting/double-space': { off: true },
      'spreadsheet/*': { severity: 'minor' },
      'integrity/*': { severity: 'critical' },
    });
  });

  it('writes out what is asked of tables and cells', () => {
    const { job } = parseJob(
      `version: 1
id: q3
deliverables:
  - path: sales.xlsx
    columns: [id, { name: amount, type: number, min: 0, max: 100000, required: true, unit: EUR, format: "#,##0.00" }]
    sheets:
      - name: Detail
        columns: [{ name: status, values: open, unique: true, pattern: "o.*" }, { name: date, type: date, min: 2024-01-01, max: 2024-12-31 }]
        key: status
        sortedBy: [date, { column: status, descending: true }]
    cells:
      - { at: Summary!B5, value: 12500, tolerance: 0.01 }
      - { at: { sheet: Summary, row: Total, column: Revenue }, formula: true }
`,
      'job.yaml',
    );
    expect(job.deliverables[0]).toMatchObject({
      columns: [
        { name: 'id', required: false, unique: false },
        { name: 'amount', type: 'number', min: 0, max: 100000, required: true, unique: false, unit: 'EUR', format: '#,##0.00' },
      ],
      sheets: [
        {
          columns: [
            { name: 'status', values: ['open'], unique: true, pattern: 'o.*' },
            { name: 'date', type: 'date', min: '2024-01-01', max: '2024-12-31' },
          ],
          key: ['status'],
          sortedBy: [
            { column: 'date', descending: false },
            { column: 'status', descending: true },
          ],
        },
      ],
      cells: [
        { at: 'Summary!B5', value: 12500, tolerance: 0.01 },
        { at: { sheet: 'Summary', row: 'Total', column: 'Revenue' }, formula: true, tolerance: 0 },
      ],
    });
  });

  it('reads json, of which yaml is the larger part', () => {
    expect(parseJob('{"version":1,"id":"x","deliverables":["a.csv"]}', 'job.json').job.deliverables[0]?.path).toBe('a.csv');
  });

  it.each([
    [
      'an unknown key',
      SMALLEST.replace('id:', 'titel: x\nid:'),
      [
        "job.yaml:2:1 Unknown key 'titel'. Did you mean 'title'? Allowed: version, id, title, category, brief, inputs, deliverables, rubric, rules, ignore, gate, economics, delivered.",
      ],
    ],
    [
      'an unknown key far inside',
      SMALLEST.replace('{ path: sales.xlsx }', '{ path: s.xlsx, sheets: [{ name: A, colums: [B] }] }'),
      [
        "job.yaml:3:52 Unknown key 'colums' in deliverables[0].sheets[0]. Did you mean 'columns'? Allowed: name, columns, columnOrder, rows, key, sortedBy, optional.",
      ],
    ],
    ['a missing key', 'version: 1\nid: x\n', ["job.yaml:1:1 The key 'deliverables' is missing."]],
    [
      'a wrong word',
      SMALLEST.replace('{ path: sales.xlsx }', '{ path: s.xlsx, type: spredsheet }'),
      [
        'job.yaml:3:38 deliverables[0].type is "spredsheet". Did you mean \'spreadsheet\'? Allowed: spreadsheet, table, report, document, translation, data, any.',
      ],
    ],
    ['an unquoted number as id', SMALLEST.replace('q3', '2024'), ['job.yaml:2:5 id is 2024; it must be text. Put it in quotes: "2024".']],
    [
      'an id that loses its zeros',
      SMALLEST.replace(
        '{ path: sales.xlsx }',
        '{ path: s.xlsx, update: { before: b.xlsx, require: [{ where: { id: 00017 }, set: { s: x } }] } }',
      ),
      ['job.yaml:3:83 00017 is read as the number 17. Put it in quotes to keep it as it is written: "00017".'],
    ],
    [
      'two mistakes',
      'version: 2\nid: x\ndeliverables: [{ path: a, language: english!, }]\n',
      [
        'job.yaml:1:10 version is 2; the only known value is 1.',
        'job.yaml:3:37 deliverables[0].language is "english!"; it must be a language tag such as en, en-GB or zh-Hant.',
      ],
    ],
    [
      'a path out of the folder',
      SMALLEST.replace('sales.xlsx', '../sales.xlsx'),
      ["job.yaml:3:24 The path '../sales.xlsx' leaves its folder. Give a path inside it, without a leading slash or '..'."],
    ],
    [
      'a range upside down',
      SMALLEST.replace('{ path: sales.xlsx }', '{ path: r.md, length: { words: { min: 9, max: 3 } } }'),
      ['job.yaml:3:47 min is 9 and max is 3: nothing fits between them.'],
    ],
    [
      'placeholders of what is no translation',
      SMALLEST.replace('{ path: sales.xlsx }', '{ path: r.md, placeholders: "@@x@@" }'),
      ["job.yaml:3:44 The placeholders of a text are checked in translations only. Add 'type: translation', or take it out."],
    ],
    [
      'placeholders that are no pattern, or match nothing',
      SMALLEST.replace('{ path: sales.xlsx }', "{ path: r.md, type: translation, placeholders: ['[[x', ':[a-z]*|', ok] }"),
      [
        "job.yaml:3:64 The pattern '[[x' cannot be read: missing closing ]: `[[x`. Patterns are in the syntax of RE2, without look-around and back-references.",
        "job.yaml:3:71 The pattern ':[a-z]*|' matches the empty text, which stands everywhere. Write what must stand there at least.",
      ],
    ],
    [
      'a memory outside of the folder, and one that is the glossary',
      SMALLEST.replace('{ path: sales.xlsx }', '{ path: r.md, type: translation, glossary: t.csv, memory: [../a.tmx, t.csv] }'),
      [
        "job.yaml:3:75 The path '../a.tmx' leaves its folder. Give a path inside it, without a leading slash or '..'.",
        "job.yaml:3:85 't.csv' is named under 'memory' and under 'glossary'. Take it out of one of them.",
      ],
    ],
    [
      'a register of what is no translation',
      SMALLEST.replace('{ path: sales.xlsx }', '{ path: r.md, register: formal }'),
      ["job.yaml:3:40 The register of a text is checked in translations only. Add 'type: translation', or take it out."],
    ],
    [
      'no A1 text',
      SMALLEST.replace('{ path: sales.xlsx }', '{ path: s.xlsx, controlTotals: [{ label: x, detail: "F:F", total: A1 }] }'),
      ["job.yaml:3:68 'F:F' is no cell or range in A1 notation such as 'My Sheet'!F2:F400."],
    ],
    [
      'a selector that is neither',
      SMALLEST.replace('{ path: sales.xlsx }', '{ path: s.xlsx, controlTotals: [{ label: x, detail: { sheet: A }, total: A1 }] }'),
      ["job.yaml:3:68 The key 'column' is missing in deliverables[0].controlTotals[0].detail."],
    ],
    [
      'broken yaml',
      'version: 1\nid: [x\n',
      ['job.yaml:3:1 This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].'],
    ],
    ['a key twice', 'version: 1\nversion: 1\n', ['job.yaml:2:1 This is not valid YAML: Map keys must be unique.']],
    [
      'something else',
      '- a\n- b\n',
      ['job.yaml:1:1 A job file is a mapping with at least version, id and deliverables; this one holds something else.'],
    ],
    [
      'an empty file',
      '',
      ['job.yaml:1:1 A job file is a mapping with at least version, id and deliverables; this one holds something else.'],
    ],
  ])('names %s with its place', (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it.each([
    ['a number as a header', 'columns: [2024]', '3:42 deliverables[0].columns[0] is 2024; it must be text. Put it in quotes: "2024".'],
    [
      'a type that there is not',
      'columns: [{ name: a, type: numer }]',
      '3:59 deliverables[0].columns[0].type is "numer". Did you mean \'number\'? Allowed: text, number, integer, date, datetime, boolean.',
    ],
    ['bounds upside down', 'columns: [{ name: a, min: 9, max: 3 }]', '3:58 min is 9 and max is 3: nothing fits between them.'],
    [
      'dates upside down',
      'columns: [{ name: a, min: 2024-12-31, max: 2024-01-01 }]',
      '3:58 min is "2024-12-31" and max is "2024-01-01": nothing fits between them.',
    ],
    [
      'a bound that is no day',
      'columns: [{ name: a, max: 2024-02-31 }]',
      '3:58 "2024-02-31" is no date such as 2024-01-31 or 2024-01-31T12:30.',
    ],
    [
      'bounds of a text',
      'columns: [{ name: a, type: text, min: 1 }]',
      '3:70 A column of the type text has no bounds. Leave them out, or mend the type.',
    ],
    [
      'a date as the bound of numbers',
      'columns: [{ name: a, type: number, min: 2024-01-01 }]',
      '3:72 "2024-01-01" is text; the bounds of numbers are numbers, without quotes.',
    ],
    [
      'a pattern that cannot be read',
      'columns: [{ name: a, pattern: "[" }]',
      "3:62 The pattern '[' cannot be read: missing closing ]: `[`. Patterns are in the syntax of RE2, without look-around and back-references.",
    ],
    [
      'a value of another type',
      'columns: [{ name: a, type: text, values: [x, 7] }]',
      '3:77 7 is not text, which the column\'s type is. Put it in quotes: "7".',
    ],
    [
      'a value that loses its zeros',
      'columns: [{ name: a, values: [007] }]',
      '3:62 007 is read as the number 7. Put it in quotes to keep it as it is written: "007".',
    ],
    [
      'a number with more digits than it keeps',
      'columns: [{ name: a, min: 0.1234567890123456, max: 12345678901234567 }]',
      '3:83 12345678901234567 is read as the number 12345678901234568. Put it in quotes to keep it as it is written: "12345678901234567".',
    ],
    [
      'a key that is no column',
      'columns: [id, line], key: [id, lin]',
      "3:63 'lin' is a part of the key and is not among the columns. Add it to them, or mend its name.",
    ],
    [
      'an order by what is no column',
      'columns: [id], sortedBy: [{ column: date }]',
      "3:58 'date' is to be sorted by and is not among the columns. Add it to them, or mend its name.",
    ],
    [
      'a file outside of the folder',
      'columns: [{ name: a, in: { file: ../b.csv, column: a } }]',
      "3:65 The path '../b.csv' leaves its folder. Give a path inside it, without a leading slash or '..'.",
    ],
    [
      'a cell that is no address',
      'cells: [{ at: Total, value: 1 }]',
      "3:46 'Total' is no cell or range in A1 notation such as 'My Sheet'!F2:F400.",
    ],
    ['a cell of which nothing is asked', 'cells: [{ at: A1 }]', "3:40 Nothing is asked of this cell. Add 'value', 'matches' or 'formula'."],
    [
      'a range that is a column',
      'cells: [{ at: "A1:A99999", formula: true }]',
      "3:46 The range has 99999 cells; name at most 10000, or ask for it under 'columns'.",
    ],
  ])('names %s in a table with its place', (_, keys, expected) => {
    expect(mistakesIn(SMALLEST.replace('{ path: sales.xlsx }', `{ path: s.xlsx, ${keys} }`))).toEqual([`job.yaml:${expected}`]);
  });
});
