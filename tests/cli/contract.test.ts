import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Report, ReportFile } from 'preflag';
import { preflag, temporaryFolder } from '../lib/cli.ts';

/** A job that states everything that can be asked of columns and cells, of a workbook and of a csv. */
const JOB = `version: 1
id: sales
deliverables:
  - path: sales.xlsx
    type: spreadsheet
    sheets:
      - name: Detail
        columns:
          - { name: id, type: text, pattern: "\\\\d{5}" }
          - { name: line, type: integer, min: 1 }
          - { name: date, type: date, min: 2024-01-01, max: 2024-12-31, format: yyyy-mm-dd }
          - { name: region, required: true, in: { sheet: Regions, column: Region } }
          - { name: status, values: [open, closed] }
          - { name: amount, type: number, min: 0, max: 100000, unit: EUR, format: '#,##0.00 "€"' }
        columnOrder: strict
        rows: { min: 3, max: 3 }
        key: [id, line]
        sortedBy: [date, { column: amount, descending: true }]
      - Regions
    controlTotals:
      - { label: Amount, detail: { sheet: Detail, column: amount }, total: { sheet: Summary, row: Total, column: Amount } }
    cells:
      - { at: "Summary!B4", value: 1750.5, tolerance: 0.01 }
      - { at: { sheet: Summary, row: Total, column: Amount }, formula: true }
      - { at: "Summary!A1", matches: "Q3 2024.*" }
  - path: customers.csv
    type: table
    columns:
      - { name: customer, pattern: "C\\\\d{3}", unique: true, required: true }
      - { name: since, type: date, max: 2024-12-31 }
      - { name: region, in: { file: regions.csv, column: Region } }
      - { name: active, type: boolean }
      - { name: limit, type: number, min: 0, unit: EUR }
    sortedBy: customer
    cells:
      - { at: { column: limit, row: C001 }, value: 500 }
`;

const REGIONS_CSV = 'Region,Head\nNorth,Ann\nSouth,Bob\n';
const RIGHT_CSV = 'customer,since,region,active,limit (EUR)\nC001,2020-05-01,North,true,500\nC002,2021-11-30,South,false,750.5\n';
const WRONG_CSV =
  'customer,since,region,active,limit (USD)\nC002,01.05.2020,North,yes,-1\nC001,2025-01-01,East,true,400\nC002,2024-01-01,South,no,1\nX9,2024-01-01,,true,1\n,,,true,1\n';

type Row = readonly (string | number | Date | null)[];
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

const RIGHT: readonly Row[] = [
  ['00001', 1, day('2024-07-01'), 'North', 'open', 1200.5],
  ['00001', 2, day('2024-07-01'), 'South', 'closed', 150],
  ['00002', 1, day('2024-09-30'), 'North', 'open', 400],
];
const WRONG: readonly Row[] = [
  ['00001', 1, day('2024-09-30'), 'Nord', 'Open', 1200.5],
  [17, 0, day('2024-07-01'), null, 'lost', -150],
  ['00001', 1, day('2025-01-02'), 'South', 'open', '400 EUR'],
];

/** The workbook that the job asks for, with these rows. */
async function salesWorkbook(rows: readonly Row[], isRight: boolean): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const summary = workbook.addWorksheet('Summary');
  summary.addRows([[isRight ? 'Q3 2024 sales' : 'Sales'], [], ['What', 'Amount'], ['Total', null]]);
  summary.getCell('B4').value = isRight ? { formula: 'SUM(Detail!F2:F4)', result: 1750.5 } : 1700;
  const detail = workbook.addWorksheet('Detail');
  detail.addRow(['id', 'line', 'date', 'region', 'status', 'amount']);
  for (const row of rows) {
    const added = detail.addRow(row);
    added.getCell(3).numFmt = isRight ? 'yyyy-mm-dd' : 'dd/mm/yyyy';
    added.getCell(6).numFmt = isRight ? '#,##0.00 "€"' : '#,##0.00 "$"';
  }
  workbook.addWorksheet('Regions').addRows([
    ['Region', 'Head'],
    ['North', 'Ann'],
    ['South', 'Bob'],
  ]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const RULES =
  /^spreadsheet\/(?:missing-|row-count|control-total|value-(?:of|out|not|missing)|reference-|rows-out|cell-not|unit-not|format-not)/;

async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  job = JOB,
): Promise<{ code: number | null; stderr: string; report?: Report }> {
  await using folder = await temporaryFolder({ 'job.yaml': job, 'regions.csv': REGIONS_CSV, ...files });
  const { code, stdout, stderr } = await preflag(['check', 'out', '--job', 'job.yaml', '--format', 'json'], { cwd: folder.path });
  const [report] = stdout === '' ? [] : (JSON.parse(stdout) as ReportFile).reports;
  return { code, stderr, ...(report && { report }) };
}

describe('a job that states all that it can of a workbook and a csv', () => {
  it('passes what is right, and looks at all of it', async () => {
    const { code, report, stderr } = await check({ 'out/sales.xlsx': await salesWorkbook(RIGHT, true), 'out/customers.csv': RIGHT_CSV });
    expect(
      report?.findings.map(({ rule, place, message }) => `${rule} ${place}: ${message}`),
      stderr,
    ).toEqual([]);
    expect([code, report?.verdict]).toEqual([0, 'pass']);
    const asked = report?.checks.filter(({ rule, reason }) => RULES.test(rule) && reason?.code !== 'not-asked');
    expect(
      asked?.filter(({ outcome }) => outcome !== 'passed').map(({ rule, file, reason }) => `${file} ${rule}: ${reason?.text}`),
    ).toEqual([]);
    expect(new Set(asked?.map(({ rule }) => rule)).size).toBe(17);
    expect(report?.checks.filter(({ rule }) => rule.startsWith('job/'))).toEqual([]);
  });

  it('finds all that is wrong', async () => {
    const { code, report } = await check({ 'out/sales.xlsx': await salesWorkbook(WRONG, false), 'out/customers.csv': WRONG_CSV });
    expect(code).toBe(1);
    const found = report?.findings
      .filter(({ rule }) => RULES.test(rule))
      .map(
        ({ file, rule, messageId, location }) =>
          `${file} ${rule.slice('spreadsheet/'.length)} ${messageId} ${location.kind === 'cell' ? location.range : location.kind}`,
      );
    expect(found?.toSorted()).toMatchInlineSnapshot(`
      [
        "customers.csv cell-not-as-asked value E3",
        "customers.csv reference-not-in-file unmatched C3",
        "customers.csv rows-out-of-order order A3",
        "customers.csv unit-not-as-asked header E1",
        "customers.csv value-missing blank A6",
        "customers.csv value-not-matching-pattern other A5",
        "customers.csv value-not-unique again A4",
        "customers.csv value-of-wrong-type wrong B2",
        "customers.csv value-of-wrong-type wrong D2",
        "customers.csv value-of-wrong-type wrong D4",
        "customers.csv value-out-of-range above B3",
        "customers.csv value-out-of-range below E2",
        "sales.xlsx cell-not-as-asked pattern A1",
        "sales.xlsx cell-not-as-asked value B4",
        "sales.xlsx cell-not-computed typed B4",
        "sales.xlsx control-total-mismatch mismatch B4",
        "sales.xlsx format-not-as-asked other C2",
        "sales.xlsx format-not-as-asked other F2",
        "sales.xlsx reference-without-match unmatched D2",
        "sales.xlsx rows-out-of-order order C3",
        "sales.xlsx unit-not-as-asked format F2",
        "sales.xlsx value-missing blank D3",
        "sales.xlsx value-not-allowed other E3",
        "sales.xlsx value-not-allowed similar E2",
        "sales.xlsx value-not-matching-pattern other A3",
        "sales.xlsx value-not-unique key A4",
        "sales.xlsx value-of-wrong-type wrong A3",
        "sales.xlsx value-of-wrong-type wrong F4",
        "sales.xlsx value-out-of-range above C4",
        "sales.xlsx value-out-of-range below B3",
        "sales.xlsx value-out-of-range below F3",
      ]
    `);
  });

  it('says what nobody looks at where there is no rule for it', async () => {
    const { report } = await check(
      { 'out/notes.md': '# Notes\n\nAll is well.\n' },
      'version: 1\nid: j\ndeliverables: [{ path: notes.md, columns: [{ name: a, type: number }], key: a }]\n',
    );
    expect(report?.checks.filter(({ rule }) => rule.startsWith('job/')).map(({ rule }) => rule)).toEqual([
      'job/columns',
      'job/columns-type',
      'job/key',
    ]);
  });
});

describe('a job that its own files contradict, or that contradicts itself, is refused with the place', () => {
  it.each([
    [
      'a pattern that cannot be read',
      JOB.replace('Q3 2024.*', '(Q3'),
      "job.yaml:25:38 The pattern '(Q3' cannot be read: missing closing ): `(Q3`.",
    ],
    ['bounds upside down', JOB.replace('max: 100000', 'max: -1'), 'job.yaml:14:48 min is 0 and max is -1: nothing fits between them.'],
    [
      'a value of another type',
      JOB.replace('values: [open, closed]', 'type: text, values: [open, 1]'),
      'job.yaml:13:56 1 is not text, which the column\'s type is. Put it in quotes: "1".',
    ],
    ['an address that is none', JOB.replace('Summary!B4', 'Summary!4B'), "job.yaml:23:15 'Summary!4B' is no cell or range in A1 notation"],
    [
      'an order by an unknown column',
      JOB.replace('sortedBy: [date,', 'sortedBy: [day,'),
      "job.yaml:18:20 'day' is to be sorted by and is not among the columns.",
    ],
    [
      'a file that is not there',
      JOB.replace('file: regions.csv', 'file: areas.csv'),
      "job.yaml:31:37 The file 'areas.csv' is not beside the job",
    ],
    [
      'a column that the other file lacks',
      JOB.replace('column: Region } }\n      - { name: active', 'column: Area } }\n      - { name: active'),
      "job.yaml:31:58 There is no column 'Area' in regions.csv. Mend the name.",
    ],
  ])('%s', async (_, job, expected) => {
    const { code, stderr } = await check({ 'out/sales.xlsx': await salesWorkbook(RIGHT, true), 'out/customers.csv': RIGHT_CSV }, job);
    expect(stderr).toContain(`preflag: ${expected}`);
    expect(code).toBe(2);
  });
});
