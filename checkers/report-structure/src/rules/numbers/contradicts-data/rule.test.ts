import { testRule } from '@preflag/testing/rule-tester';
import { salesMarkdown as sales } from '../../../data-plants.ts';
import { contradictsDataPlant } from './plant.ts';
import { contradictsData } from './rule.ts';

testRule(contradictsData, {
  plant: contradictsDataPlant,
  valid: [
    { name: 'sums of rows', example: sales('The revenue of North was €2,650.75, and West had a revenue of 804.\n') },
    {
      name: 'a table of sums in another scale',
      example: sales('| Region | Revenue (kEUR) |\n|---|---|\n| North | 2.65 |\n| South | 1.75 |\n'),
    },
    { name: 'a change', example: sales('The revenue of North rose by 250 in Q2.\n') },
    { name: 'two regions', example: sales('The revenue of North and South together was €4,396.50.\n') },
    { name: 'another year', example: sales('In 2019, the revenue of North was €500.\n') },
    { name: 'under a heading that says the quarter', example: sales('## Q2\n\nThe revenue of South was 915 euros.\n') },
    { name: 'the column in the sentence', example: sales('In Q1, revenue was €1,200.50 in North, and €830.75 in South.\n') },
  ],
  invalid: [
    {
      name: 'a cell',
      example: sales('| Region | Quarter | Revenue |\n|---|---|---|\n| West | Q2 | 338.40 |\n'),
      findings: [{ messageId: 'cell', message: "'Revenue (EUR)' of West, Q2 is 338.40 here and 388.4 in sales.csv", certainty: 'certain' }],
    },
    {
      name: 'a sum',
      example: sales('| Region | Units |\n|---|---|\n| North | 662 |\n| South | 343 |\n'),
      findings: [{ messageId: 'group', excerpt: '343', certainty: 'likely' }],
    },
    {
      name: 'the figures of two regions in each other’s place',
      example: sales('In Q1, revenue was €830.75 in North, and €1,200.50 in South.\n'),
      findings: [
        { messageId: 'prose', excerpt: '830.75' },
        { messageId: 'prose', excerpt: '1,200.50' },
      ],
    },
  ],
});
