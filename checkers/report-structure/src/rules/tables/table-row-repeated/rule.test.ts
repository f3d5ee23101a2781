import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { tableRowRepeatedPlant } from './plant.ts';
import { tableRowRepeated } from './rule.ts';

testRule(tableRowRepeated, {
  plant: tableRowRepeatedPlant,
  valid: [
    {
      name: 'two columns',
      example: report('# R', [
        ['a', 'b'],
        ['1', '2'],
        ['1', '2'],
      ]),
    },
    {
      name: 'words only',
      example: report('# R', [
        ['a', 'b', 'c'],
        ['x', 'y', 'z'],
        ['x', 'y', 'z'],
      ]),
    },
    {
      name: 'a form',
      example: report('# R', [
        ['a', 'b', 'c'],
        ['', '', ''],
        ['', '', ''],
        ['', '', ''],
      ]),
    },
  ],
  invalid: [
    {
      name: 'nothing in a column',
      example: report('# R', [
        ['a', 'b', 'c'],
        ['x', 'y', ''],
        ['v', 'y', ''],
        ['w', 'z', ''],
      ]),
      findings: [{ messageId: 'column', message: "The column 'c' has no content", certainty: 'hint' }],
    },
  ],
});
