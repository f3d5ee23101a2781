import { testRule } from '@preflag/testing/rule-tester';
import { salesMarkdown as sales } from '../../../data-plants.ts';
import { untraceableFigurePlant } from './plant.ts';
import { untraceableFigure } from './rule.ts';

testRule(untraceableFigure, {
  plant: untraceableFigurePlant,
  valid: [
    { name: 'sums, means and counts', example: sales('We sold 1,282 units for 5.2 thousand euros, 866.67 euros on average.\n') },
    { name: 'shares and changes', example: sales('The north has 51 % of revenue; it grew by 20.8 % from quarter to quarter.\n') },
    {
      name: 'dates, years, references',
      example: sales('As of 31 March 2024, Table 47 and Section 33.2 show 2023 (see [88]), version 4.77.\n'),
    },
    { name: 'a rough figure', example: sales('We sold about 1,300 units.\n') },
    { name: 'small counts', example: sales('There are 7 reasons and 13 people.\n') },
    {
      name: 'what follows from two figures of the paragraph',
      example: sales('North sold 662 units and West 187, which makes 849 units.\n'),
    },
    { name: 'a table', example: sales('| Region | Revenue | Share |\n|---|---|---|\n| North | 2,650.75 | 51.0 % |\n') },
  ],
  invalid: [
    {
      name: 'a share and a cell',
      example: sales('The north has 91.37 % of revenue.\n\n| Region | Units |\n|---|---|\n| North | 6,662 |\n'),
      findings: [
        { messageId: 'near', excerpt: '91.37 %', certainty: 'likely' },
        { messageId: 'untraced', excerpt: '6,662' },
      ],
    },
  ],
});
