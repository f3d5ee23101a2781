import { testRule } from '@preflag/testing/rule-tester';
import { mixedNumberFormatsPlant } from './plant.ts';
import { mixedNumberFormats } from './rule.ts';

const csv = (header: string, values: readonly string[]): { files: { 'a.csv': string } } => ({
  files: { 'a.csv': `name;${header}\n${values.map((value, index) => `n${index};${value}`).join('\n')}\n` },
});

testRule(mixedNumberFormats, {
  plant: mixedNumberFormatsPlant,
  valid: [
    { name: 'small numbers need no separator', example: csv('sum', ['1,234', '999', '12,500', '7', '1,001']) },
    { name: 'decimal commas throughout', example: csv('sum', ['1,5', '2,25', '3', '1.234,5', '7,75', '8,5']) },
    { name: 'marks for missing values', example: csv('sum', ['1.5', '2', 'n/a', '3.25', '-', '4', '5.5']) },
    { name: 'ids', example: csv('account', ['1,234', '2345', '3456', '4567', '5678', '6789']) },
    { name: 'figures of all kinds, one to a row', example: csv('value', ['12%', '$5', '6', '7.5', '8', '9', '10']) },
    { name: 'a column of texts', example: csv('remark', ['$5', 'five', '6', 'six', 'seven', '8']) },
  ],
  invalid: [
    {
      name: 'one number without the sign of the others',
      example: csv('price', ['$1.50', '$2.50', '3.50', '$4.50', '$5.50', '$6.50']),
      findings: [
        {
          messageId: 'number',
          message: "3.50 in 'price' is written without a currency sign, and 5 other numbers with one",
          at: { kind: 'cell', range: 'B4' },
        },
      ],
    },
    {
      name: 'half of them',
      example: csv('rate', ['10%', '20%', '0.3', '0.4', '50%', '0.6']),
      findings: [{ messageId: 'mixed', certainty: 'hint' }],
    },
  ],
});
