import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { missingColumnPlant } from './plant.ts';
import { missingColumn } from './rule.ts';

testRule(missingColumn, {
  plant: missingColumnPlant,
  valid: [
    {
      name: 'any order, extras, a title above',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [['Sales in the third quarter'], [], ['Revenue', 'Note', 'Region'], [1200, 'x', 'North'], [900, 'y', 'South']],
          }),
        },
        job: { deliverables: [{ path: 'a.xlsx', sheets: [{ name: 'S', columns: ['Region', 'Revenue'] }] }] },
      }),
    },
    {
      name: 'columns of the file as a whole, on its second sheet',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            Readme: [['Made for Acme']],
            Data: [
              ['id', 'name'],
              [1, 'x'],
              [2, 'y'],
            ],
          }),
        },
        job: { deliverables: [{ path: 'a.xlsx', columns: ['id', 'name'] }] },
      }),
    },
    {
      name: 'the sheet itself is missing',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            A: [
              ['x', 'y'],
              [1, 2],
            ],
          }),
        },
        job: { deliverables: [{ path: 'a.xlsx', sheets: [{ name: 'B', columns: ['x'] }] }] },
      }),
    },
  ],
  invalid: [
    {
      name: 'other case, and another order',
      example: {
        files: { 'a.csv': 'NAME,id,city\nx,1,Rome\n' },
        job: { deliverables: [{ path: 'a.csv', columns: ['id', 'name'], columnOrder: 'strict' }] },
      },
      findings: [
        { messageId: 'order', message: "The column 'id' stands after 'name', and was asked for before it" },
        { messageId: 'spelled', message: "The column 'name' is written 'NAME'" },
      ],
    },
  ],
});
