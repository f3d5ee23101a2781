import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { ORDERS } from '../../formulas/inconsistent-formula/plant.ts';
import { rowCountOffPlant } from './plant.ts';
import { rowCountOff } from './rule.ts';

testRule(rowCountOff, {
  plant: rowCountOffPlant,
  valid: [
    {
      name: 'the file as a whole, with a title and another sheet',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ Readme: [['Made for Acme']], S: [['Orders'], [], ...ORDERS] }) },
        job: { deliverables: [{ path: 'a.xlsx', rows: { min: 8, max: 8 } }] },
      }),
    },
    {
      name: 'the job does not ask',
      example: { files: { 'a.csv': 'a,b\n1,2\n' }, job: { deliverables: [{ path: 'a.csv' }] } },
    },
  ],
  invalid: [
    {
      name: 'too many',
      example: { files: { 'a.csv': 'a,b\n1,2\n\n3,4\n5,6\n' }, job: { deliverables: [{ path: 'a.csv', rows: { min: 1, max: 2 } }] } },
      findings: [{ messageId: 'many', message: 'There are 3 data rows, and 1 to 2 were asked for' }],
    },
    {
      name: 'an empty sheet',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ S: [['a', 'b', 'c']] }) },
        job: { deliverables: [{ path: 'a.xlsx', sheets: [{ name: 'S', rows: { min: 5 } }] }] },
      }),
      findings: [{ messageId: 'few', message: "There are 0 data rows on the sheet 'S', and at least 5 were asked for" }],
    },
  ],
});
