import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport } from '../../../report-plants.ts';
import { contradictsTablePlant } from './plant.ts';
import { contradictsTable } from './rule.ts';

const TABLE = [
  ['Region', 'Homes', 'Growth'],
  ['North', '1,210', '4 %'],
  ['South', '830', '2 %'],
];
const said = (text: string): ReturnType<typeof markdownReport> => markdownReport(text, TABLE);

testRule(contradictsTable, {
  plant: contradictsTablePlant,
  valid: [
    { name: 'rounded', example: said('North has about 1,200 homes.') },
    { name: 'a difference', example: said('North has 380 more homes than South.') },
    { name: 'another year', example: said('In 2019, North had 900 homes.') },
    { name: 'both rows', example: said('North and South have 2,040 homes.') },
    { name: 'a share of it', example: said('In North, 40 % of the homes are let.') },
    { name: 'another thing', example: said('North has 12 mayors.') },
  ],
  invalid: [
    {
      name: 'a percentage',
      example: markdownReport('The occupancy in North was 70 %.', [
        ['Region', 'Occupancy'],
        ['North', '40 %'],
        ['South', '50 %'],
      ]),
      findings: [{ messageId: 'differs', message: "'Occupancy' of North is 70 % in the text and 40 % in the table" }],
    },
    {
      name: 'two clauses',
      example: said('The homes in North are 1,210, and those homes in South are 380.'),
      findings: [{ messageId: 'differs', message: "'Homes' of South is 380 in the text and 830 in the table", certainty: 'likely' }],
    },
  ],
});
