import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, sheetWith, workbookWith } from '../../../contract-plants.ts';
import { referenceWithoutMatchPlant } from './plant.ts';
import { referenceWithoutMatch } from './rule.ts';

const asks = (column: object): object => ({ sheets: [{ name: 'S', columns: [{ name: 'region', in: column }, 'n'] }] });
const REGIONS = [
  ['Region', 'Manager'],
  ['North', 'Ann'],
  ['South', 'Bob'],
] as const;

testRule(referenceWithoutMatch, {
  plant: referenceWithoutMatchPlant,
  valid: [
    {
      name: 'blanks, and a total',
      example: () =>
        workbookWith(
          {
            S: [
              ['region', 'n'],
              ['North', 1],
              [null, 2],
              ['South', 3],
              ['Total', 6],
            ],
            R: REGIONS,
          },
          asks({ sheet: 'R', column: 'Region' }),
        ),
    },
    {
      name: 'a column of the same table',
      example: csvWith('id,parent\na,\nb,a\nc,b\n', { columns: [{ name: 'parent', in: { column: 'id' } }] }),
    },
    {
      name: 'numbers by what they are',
      example: () =>
        sheetWith(
          [
            ['id', 'next'],
            [1, 2],
            [2, { formula: 'A2', result: 1 }],
          ],
          { columns: [{ name: 'next', in: { column: 'id' } }] },
        ),
    },
  ],
  invalid: [
    {
      name: 'another region, and another spelling',
      example: () =>
        workbookWith(
          {
            S: [
              ['region', 'n'],
              ['East', 1],
              ['south', 2],
              ['North', 3],
            ],
            R: REGIONS,
          },
          asks({ sheet: 'R', column: 'Region' }),
        ),
      findings: [
        { messageId: 'unmatched', message: "'region' holds 'East', which does not stand in the column 'Region' on the sheet 'R'" },
        { messageId: 'similar', message: "'region' holds 'south', which is written 'South' in the column 'Region' on the sheet 'R'" },
      ],
    },
    {
      name: 'the other column is not there',
      example: () =>
        workbookWith(
          {
            S: [
              ['region', 'n'],
              ['North', 1],
              ['South', 2],
            ],
            R: REGIONS,
          },
          asks({ sheet: 'R', column: 'Area' }),
        ),
      findings: [{ messageId: 'unfound', message: "'region' cannot be compared: the column 'Area' on the sheet 'R' is not there" }],
    },
  ],
});
