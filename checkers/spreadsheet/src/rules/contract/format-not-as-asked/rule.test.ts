import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, sheetWith } from '../../../contract-plants.ts';
import { formatNotAsAskedPlant } from './plant.ts';
import { formatNotAsAsked } from './rule.ts';

const day = new Date('2024-03-01T00:00:00Z');
const asks = (format: string): object => ({ columns: [{ name: 'n', format }] });

testRule(formatNotAsAsked, {
  plant: formatNotAsAskedPlant,
  valid: [
    {
      name: 'padding, colours and negative numbers',
      example: () => sheetWith([['n'], [1], [-2]], asks('#,##0.00'), { A: '#,##0.00_);[Red](#,##0.00)' }),
    },
    {
      name: 'marks around literals, and locales',
      example: () => sheetWith([['n'], [1], ['n/a']], asks('#,##0.00 "€"'), { A: '#,##0.00\\ [$€-407]' }),
    },
    { name: 'capitals in the format of a date', example: () => sheetWith([['n'], [day]], asks('YYYY-MM-DD'), { A: 'yyyy\\-mm\\-dd;@' }) },
    { name: 'the short date of the system', example: () => sheetWith([['n'], [day]], asks('m/d/yyyy')) },
    { name: 'a csv is not checked', example: csvWith('n\n1\n', asks('0.00')) },
  ],
  invalid: [
    {
      name: 'other decimals, in one finding for all cells',
      example: () => sheetWith([['n'], [1], [2], [3]], asks('0.00')),
      findings: [
        {
          messageId: 'other',
          at: { kind: 'cell', range: 'A2' },
          message: "In 'n', 3 cells are shown in the format General, and 0.00 was asked for",
        },
      ],
    },
    {
      name: 'negative numbers, where the job says how',
      example: () => sheetWith([['n'], [1]], asks('0;(0)'), { A: '0;-0' }),
      findings: [{ messageId: 'other', message: "In 'n', 1 cell is shown in the format 0;-0, and 0;(0) was asked for" }],
    },
  ],
});
