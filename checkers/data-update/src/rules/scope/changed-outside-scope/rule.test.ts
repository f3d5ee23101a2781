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
