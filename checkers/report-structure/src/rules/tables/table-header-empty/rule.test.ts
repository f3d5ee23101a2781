import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { tableHeaderEmptyPlant } from './plant.ts';
import { tableHeaderEmpty } from './rule.ts';

testRule(tableHeaderEmpty, {
  plant: tableHeaderEmptyPlant,
  valid: [
    {
      name: 'the first column',
      example: report('# R', [
        ['', 'a'],
        ['1', '2'],
        ['3', '4'],
      ]),
    },
    {
      name: 'a table for layout',
      example: report('# R', [
        ['', ''],
        ['1', '2'],
        ['3', '4'],
      ]),
    },
  ],
  invalid: [
    {
      name: 'the last',
      example: report('# R', [
        ['a', 'b', ''],
        ['1', '2', '3'],
        ['3', '4', '5'],
      ]),
      findings: [{ messageId: 'empty', message: 'Column 3 of the table has no header' }],
    },
  ],
});
