import { testRule } from '@preflag/testing/rule-tester';
import { csvWith, sheetWith } from '../../../contract-plants.ts';
import { unitNotAsAskedPlant } from './plant.ts';
import { unitNotAsAsked } from './rule.ts';

const ROWS = [
  ['a', 1.5],
  ['b', 2],
] as const;
const eur = { columns: [{ name: 'Amount', unit: 'EUR' }] };

testRule(unitNotAsAsked, {
  plant: unitNotAsAskedPlant,
  valid: [
    { name: 'in brackets in the header', example: csvWith('id,Amount (EUR)\na,1\n', eur) },
    { name: 'after in, by the sign', example: () => sheetWith([['id', 'Amount in €'], ...ROWS], eur) },
    {
      name: 'as a word of the name that the job gives',
      example: csvWith('id,EUR net\na,1\n', { columns: [{ name: 'EUR net', unit: 'EUR' }] }),
    },
    { name: 'in the number format', example: () => sheetWith([['id', 'Amount'], ...ROWS], eur, { B: '[$€-407] #,##0.00' }) },
    {
      name: 'percent and dollars that may be of Canada',
      example: () =>
        sheetWith(
          [
            ['Share', 'Cost'],
            [0.5, 1],
            [0.25, 2],
          ],
          {
            columns: [
              { name: 'Share', unit: '%' },
              { name: 'Cost', unit: 'CAD' },
            ],
          },
          { A: '0.0%', B: '$#,##0' },
        ),
    },
    {
      name: 'a unit of measure as a literal',
      example: () => sheetWith([['id', 'Weight'], ...ROWS], { columns: [{ name: 'Weight', unit: 'kg' }] }, { B: '0.0 "kg"' }),
    },
    { name: 'a note in brackets beside the unit', example: () => sheetWith([['id', 'Amount (net)'], ...ROWS], eur, { B: '0.00\\ "€"' }) },
  ],
  invalid: [
    {
      name: 'another currency in the header',
      example: csvWith('id,Amount (USD)\na,1\n', eur),
      findings: [{ messageId: 'header', message: "The header 'Amount (USD)' says USD, and EUR was asked for" }],
    },
    {
      name: 'another currency in the format, under a header that is right',
      example: () => sheetWith([['id', 'Amount (EUR)'], ...ROWS], eur, { B: '$#,##0.00' }),
      findings: [{ messageId: 'format', message: "In 'Amount (EUR)', 2 cells are shown in $, and EUR was asked for" }],
    },
    {
      name: 'not said anywhere, or only in a note',
      example: csvWith('id,Amount (net),Weight (lb)\na,1,2\n', {
        columns: [
          { name: 'Amount', unit: 'EUR' },
          { name: 'Weight', unit: 'kg' },
        ],
      }),
      findings: [
        { messageId: 'unsaid', message: "Nothing says that 'Amount (net)' is in EUR, as was asked" },
        { messageId: 'unsaid', message: "Nothing says that 'Weight (lb)' is in kg, as was asked" },
      ],
    },
  ],
});
