import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { leadingZerosLostPlant } from './plant.ts';
import { leadingZerosLost } from './rule.ts';

const update = (key: string): { deliverables: object[] } => ({ deliverables: [{ path: 'a.xlsx', update: { before: 'b.xlsx', key } }] });

testRule(leadingZerosLost, {
  plant: leadingZerosLostPlant,
  valid: [
    {
      name: 'another number',
      example: {
        files: { 'a.csv': 'id,n\nx,13\n' },
        beside: { 'b.csv': 'id,n\nx,012\n' },
        job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id' } }] },
      },
    },
    {
      name: 'zero is zero',
      example: {
        files: { 'a.csv': 'id,n\nx,0.5\n' },
        beside: { 'b.csv': 'id,n\nx,0.50\n' },
        job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id' } }] },
      },
    },
  ],
  invalid: [
    {
      name: 'text that became a number in a workbook',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['id', 'plz'],
              ['x', 1067],
              ['y', 10115],
            ],
          }),
        },
        beside: {
          'b.xlsx': await workbookOf({
            S: [
              ['id', 'plz'],
              ['x', '01067'],
              ['y', '10115'],
            ],
          }),
        },
        job: update('id'),
      }),
      findings: [{ messageId: 'lost', message: "'plz' of 'x' was 01067 and is now 1067" }],
    },
    {
      name: 'the key itself',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['sku', 'n'],
              [17, 'Pen'],
              ['00018', 'Ink'],
            ],
          }),
        },
        beside: {
          'b.xlsx': await workbookOf({
            S: [
              ['sku', 'n'],
              ['00017', 'Pen'],
              ['00018', 'Ink'],
            ],
          }),
        },
        job: update('sku'),
      }),
      findings: [{ messageId: 'key', message: "The key '00017' of the file before is now 17" }],
    },
  ],
});
