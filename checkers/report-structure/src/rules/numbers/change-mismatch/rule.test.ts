import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { changeMismatchPlant } from './plant.ts';
import { changeMismatch } from './rule.ts';

testRule(changeMismatch, {
  plant: changeMismatchPlant,
  valid: [
    { name: 'rounded figures', example: report('Sales grew from $4.2 million in 2021 to $5.1 million in 2023, up 22 %.') },
    { name: 'a rough change', example: report('Sales grew from 81 to 100, an increase of almost 25 percent.') },
    { name: 'a rate per year', example: report('Sales grew from 80 to 100, an annual growth of 2.3 %.') },
    { name: 'a share of the new', example: report('Sales grew from 80 to 100, of which 20 % came from abroad.') },
    { name: 'per cent for points', example: report('The share rose from 20 % to 25 %, up 5 %.') },
    { name: 'a scale that is said once', example: report('Sales grew from 4 to 5 million euros, up 25 %.') },
    { name: 'from one to ten', example: report('The scale goes from 1 to 10, and 20 % chose 5.') },
    { name: 'right in German', example: report('Der Umsatz stieg von 1,2 Mio. auf 1,5 Mio. Euro, ein Plus von 25 %.') },
    { name: 'right in Chinese', example: report('销售额从80亿元增长到100亿元，增长25%。') },
  ],
  invalid: [
    {
      name: 'points',
      example: report('The share rose from 20 % to 28 %, up 5 percentage points.'),
      findings: [
        { messageId: 'change', message: 'The change from 20 % to 28 % is given as 5 percentage points; it is 8 percentage points' },
      ],
    },
    {
      name: 'German',
      example: report('Der Umsatz stieg von 80 auf 100 Euro und damit um 20 Prozent.'),
      findings: [
        { messageId: 'change', message: 'The change from 80 to 100 Euro is given as 20 Prozent; it is 25 %', certainty: 'certain' },
      ],
    },
    { name: 'Chinese', example: report('销售额从80亿元增长到100亿元，增长了20%。'), findings: [{ messageId: 'change' }] },
    { name: 'doubled', example: report('Sales doubled from 80 to 120 units.'), findings: [{ messageId: 'multiple', certainty: 'likely' }] },
  ],
});
