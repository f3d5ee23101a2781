import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { formulaNotShiftedPlant, SUMMARY, TOTALS } from './plant.ts';
import { formulaNotShifted } from './rule.ts';

const changed = async (after: Readonly<Record<string, SheetSpec>>) => ({
  files: { 'a.xlsx': await workbookOf(after) },
  beside: { 'b.xlsx': await workbookOf({ Orders: TOTALS, Summary: SUMMARY }) },
  job: { deliverables: [{ path: 'a.xlsx', update: { before: 'b.xlsx', key: 'id' } }] },
});
const row = (id: string, at: number): SheetSpec[number] => [id, 2, 3, { formula: `B${at}*C${at}`, result: 6 }];
const total = (formula: string): SheetSpec[number] => ['Total', null, null, { formula, result: 0 }];
const [header] = TOTALS;
const summary = (at: number): SheetSpec => [
  ['All', { formula: `Orders!D${at}`, result: 0 }],
  ['First', { formula: 'Orders!D2', result: 0 }],
];
const ROWS = ['A1', 'A2', 'A9', 'A3', 'A4', 'A5'].map((id, index) => row(id, index + 2));

testRule(formulaNotShifted, {
  plant: formulaNotShiftedPlant,
  valid: [
    {
      name: 'references that went along',
      example: () => changed({ Orders: [header!, ...ROWS, total('SUM(D2:D7)')], Summary: summary(8) }),
    },
    {
      name: 'a row added at the end, and the sum goes on over it',
      example: () =>
        changed({
          Orders: [header!, ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((id, index) => row(id, index + 2)), total('SUM(D2:D7)')],
          Summary: summary(8),
        }),
    },
    {
      name: 'a row added at the end, and the sum does not: that is another failure',
      example: () =>
        changed({
          Orders: [header!, ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((id, index) => row(id, index + 2)), total('SUM(D2:D6)')],
          Summary: summary(8),
        }),
    },
    {
      name: 'a row deleted, and the sum shrinks',
      example: () =>
        changed({
          Orders: [header!, ...['A1', 'A2', 'A4', 'A5'].map((id, index) => row(id, index + 2)), total('SUM(D2:D5)')],
          Summary: summary(6),
        }),
    },
    {
      name: 'rows in another order, each with its own formula',
      example: () =>
        changed({
          Orders: [header!, ...['A5', 'A3', 'A1', 'A2', 'A4'].map((id, index) => row(id, index + 2)), total('SUM(D2:D6)')],
          Summary: [SUMMARY[0]!, ['First', { formula: 'Orders!D4', result: 0 }]],
        }),
    },
  ],
  invalid: [
    {
      name: 'a row deleted above a reference',
      example: () =>
        changed({
          Orders: [header!, ...['A2', 'A3', 'A4', 'A5'].map((id, index) => row(id, index + 2)), total('SUM(D2:D5)')],
          Summary: [
            ['All', { formula: 'Orders!D7', result: 0 }],
            ['First', 6],
          ],
        }),
      findings: [
        {
          messageId: 'stale',
          at: { kind: 'cell', sheet: 'Summary', range: 'B1' },
          message: "'B' of 'All' still reads =Orders!D7, though the cells that it refers to moved",
        },
      ],
    },
  ],
});
