import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { mixedDateSystemsPlant, visits } from './plant.ts';
import { mixedDateSystems } from './rule.ts';

const shifted = async (shift: (row: number) => number): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: { 'a.xlsx': await workbookOf({ S: visits(shift) }) },
});

testRule(mixedDateSystems, {
  plant: mixedDateSystemsPlant,
  valid: [
    { name: 'one old date', example: () => shifted((row) => (row === 4 ? -1462 : 0)) },
    { name: 'dates of another year', example: () => shifted((row) => (row < 4 ? -700 : 0)) },
    { name: 'as many there as here', example: () => shifted((row) => (row % 2 === 0 ? -1462 : 0)) },
  ],
  invalid: [
    {
      name: 'dates that are too late',
      example: () => shifted((row) => (row > 2 && row < 6 ? 1462 : 0)),
      findings: [
        {
          messageId: 'shifted',
          message:
            "3 dates of 'Date', such as 2029-04-11, lie 1,462 days behind the other 9: that is the distance between the date systems of 1900 and 1904",
        },
      ],
    },
  ],
});
