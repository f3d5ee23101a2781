import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { raggedTablePlant } from './plant.ts';
import { raggedTable } from './rule.ts';

testRule(raggedTable, {
  plant: raggedTablePlant,
  valid: [{ name: 'a bar in code', example: report('| a | b |\n|---|---|\n| x \\| y | 2 |') }],
  invalid: [
    {
      name: 'a cell too few',
      example: report('| a | b | c |\n|---|---|---|\n| 1 | 2 |'),
      findings: [{ messageId: 'fewer', message: 'Row 2 of the table has 2 cells, and its header 3', certainty: 'hint' }],
    },
  ],
});
