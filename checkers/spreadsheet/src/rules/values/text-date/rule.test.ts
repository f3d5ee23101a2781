import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { textDatePlant } from './plant.ts';
import { textDate } from './rule.ts';

testRule(textDate, {
  plant: textDatePlant,
  valid: [
    {
      name: 'versions, times and old dates',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['Born', 'Version'],
              [new Date('1950-01-01'), '1.2.3'],
              [new Date('1960-01-01'), '10.11.2'],
              ['1850-03-01', '12:30'],
              [new Date('1970-01-01'), '1/2'],
            ],
          }),
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'a whole column',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ S: [['Name', 'When'], ...[1, 2, 3, 4, 5].map((day) => ['x', `2026-03-0${day}`])] }) },
      }),
      findings: [{ messageId: 'column', certainty: 'hint', message: "All 5 dates in 'When' are stored as text, such as 2026-03-01" }],
    },
  ],
});
