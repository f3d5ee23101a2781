import { workbookOf, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { typeChangedPlant } from './plant.ts';
import { typeChanged } from './rule.ts';

const pair = async (before: string | number, after: string | number): Promise<Example> => ({
  files: {
    'a.xlsx': await workbookOf({
      S: [
        ['id', 'n'],
        ['x', after],
        ['y', 5],
      ],
    }),
  },
  beside: {
    'b.xlsx': await workbookOf({
      S: [
        ['id', 'n'],
        ['x', before],
        ['y', 5],
      ],
    }),
  },
  job: { deliverables: [{ path: 'a.xlsx', update: { before: 'b.xlsx', key: 'id' } }] },
});

testRule(typeChanged, {
  plant: typeChangedPlant,
  valid: [
    { name: 'leading zeros have a rule of their own', example: () => pair('007', 7) },
    { name: 'another number', example: () => pair(3, 4) },
    {
      name: 'a csv has no types',
      example: {
        files: { 'a.csv': 'id,n\nx,5.0\n' },
        beside: { 'b.csv': 'id,n\nx,five\n' },
        job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id' } }] },
      },
    },
  ],
  invalid: [
    {
      name: 'text that became a number',
      example: () => pair('12', 12),
      findings: [{ messageId: 'same', message: "'n' of 'x' was the text 12 and is now the number 12" }],
    },
    { name: 'a number that became a remark', example: () => pair(12, 'unknown'), findings: [{ messageId: 'other', certainty: 'hint' }] },
  ],
});
