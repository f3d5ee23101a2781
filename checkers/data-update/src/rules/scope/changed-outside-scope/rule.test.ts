import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { changedOutsideScopePlant } from './plant.ts';
import { changedOutsideScope } from './rule.ts';

const CSV = 'id,name,city\n1,Ann,Rome\n2,Bob,Oslo\n';
const update = (more: object): { deliverables: object[] } => ({
  deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id', ...more } }],
});
const beside = { 'b.csv': CSV };
const SUMS: SheetSpec = [
  ['item', 'cost'],
  ['a', 1],
  ['b', 2],
  ['Total', { formula: 'SUM(B2:B3)', result: 3 }],
];

/** A table with keys, and what stands around it: a title, a note beside, totals, a second table without keys, a row whose key is missing. */
const SHEET: SheetSpec = [
  ['Orders of 2026'],
  [],
  ['id', 'item', 'cost', null, 'rate 19 %'],
  ['A1', 'pen', 1],
  ['A2', 'ink', 2],
  [null, 'gift', 3],
  ['A4', 'pad', 4],
  ['Total', null, 10],
  [],
  [],
  [],
  [],
  ['month', 'sold'],
  ['May', 12],
  ['June', 14],
  ['July', 11],
];
const around = async (edit: (rows: SheetSpec[number][number][][]) => void) => {
  const rows = SHEET.map((row) => [...row]);
  edit(rows);
  return {
    files: { 'a.xlsx': await workbookOf({ S: rows }) },
    beside: { 'b.xlsx': await workbookOf({ S: SHEET }) },
    job: { deliverables: [{ path: 'a.xlsx', update: { before: 'b.xlsx', key: 'id', allow: [] } }] },
  };
};
const cell = (range: string, message: string) => ({ messageId: 'cell', at: { kind: 'cell', sheet: 'S', range }, message }) as const;

testRule(changedOutsideScope, {
  plant: changedOutsideScopePlant,
  valid: [
    {
      name: 'only line ends and quotes differ',
      example: { files: { 'a.csv': 'id,name,city\r\n1,"Ann",Rome\r\n2,Bob,Oslo\r\n' }, beside, job: update({ allow: [] }) },
    },
    {
      name: 'what is required may change',
      example: {
        files: { 'a.csv': CSV.replace('Oslo', 'Bern') },
        beside,
        job: update({ allow: [], require: [{ where: { id: '2' }, set: { city: 'Bern' } }] }),
      },
    },
    {
      name: 'a result that follows its inputs',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: SUMS.map((row, index) => (index === 1 ? ['a', 5] : index === 3 ? ['Total', { formula: 'SUM(B2:B3)', result: 7 }] : row)),
          }),
        },
        beside: { 'b.xlsx': await workbookOf({ S: SUMS }) },
        job: { deliverables: [{ path: 'a.xlsx', update: { before: 'b.xlsx', allow: [{ where: { item: 'a' }, columns: ['cost'] }] } }] },
      }),
    },
    {
      name: 'a row may be added, and the sum stretches',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ S: [...SUMS.slice(0, 3), ['c', 4], ['Total', { formula: 'SUM(B2:B4)', result: 7 }]] }) },
        beside: { 'b.xlsx': await workbookOf({ S: SUMS }) },
        job: { deliverables: [{ path: 'a.xlsx', update: { before: 'b.xlsx', allow: [{ rows: 'add' }] } }] },
      }),
    },
    { name: 'the scope was not asked', example: { files: { 'a.csv': CSV.replace('Ann', 'Eve') }, beside, job: update({}) } },
  ],
  invalid: [
    ...(
      [
        ['a title above the table', 0, 0, 'Orders of 2025', cell('A1', "'A' of 'row 1' was 'Orders of 2026' and is now 'Orders of 2025'")],
        ['a note beside the table', 2, 4, 'rate 7 %', cell('E3', "'E' of 'row 3' was 'rate 19 %' and is now 'rate 7 %'")],
        ['a total', 7, 2, 11, cell('C8', "'cost' of 'Total' was '10' and is now '11'")],
        ['a table without keys', 14, 1, 15, cell('B15', "'sold' of 'June' was '14' and is now '15'")],
        ['a row whose key is missing', 5, 2, 9, cell('C6', "'cost' of 'gift' was '3' and is now '9'")],
        ['a header', 2, 1, 'Item', cell('B3', "'item' of 'header' was 'item' and is now 'Item'")],
      ] as const
    ).map(([name, row, column, value, finding]) => ({
      name,
      example: () => around((rows) => void (rows[row]![column] = value)),
      findings: [finding],
    })),
    {
      name: 'a column that was renamed is told by what it holds',
      example: () => around((rows) => void (rows[2]![1] = 'article')),
      findings: [cell('B3', "'item' of 'header' was 'item' and is now 'article'")],
    },
    {
      name: 'a key that stands twice now',
      example: () => around((rows) => void rows.splice(5, 0, ['A2', 'ink', 7])),
      findings: [{ messageId: 'row', message: "The row 'A2' was added, and the job does not allow it" }],
    },
    {
      name: 'a row and a column more',
      example: {
        files: { 'a.csv': 'id,name,city,note\n1,Ann,Rome,x\n2,Bob,Oslo,y\n3,Cid,Bonn,z\n' },
        beside,
        job: update({ allow: [{ columns: ['city'] }] }),
      },
      findings: [
        { messageId: 'row', message: "The row '3' was added, and the job does not allow it" },
        { messageId: 'columnAdded', message: "The column 'note' was added to 'a.csv'" },
      ],
    },
    {
      name: 'a cell of another row than the one allowed',
      example: {
        files: { 'a.csv': CSV.replace('Rome', 'Bern') },
        beside,
        job: update({ allow: [{ columns: ['city'], where: { id: '2' } }] }),
      },
      findings: [{ messageId: 'cell', message: "'city' of '1' was 'Rome' and is now 'Bern'" }],
    },
  ],
});
