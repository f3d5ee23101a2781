import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
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
    { name: 'by how much', example: sales('The revenue of North rose by 250 in Q2.\n') },
    { name: 'two regions', example: sales('The revenue of North and South together was €4,396.50.\n') },
    { name: 'another year', example: sales('In 2019, the revenue of North was €500.\n') },
    { name: 'under a heading that says the quarter', example: sales('## Q2\n\nThe revenue of South was 915 euros.\n') },
    {
      name: 'shares of a whole',
      example: sales('North has 51 % of revenue, and South made 33.58 % of all revenue; West has a share of 15.5 % of it.\n'),
    },
    { name: 'a share within a quarter', example: sales('## Q2\n\nNorth has 52.7 % of revenue.\n') },
    { name: 'a share of rows', example: sales('North has 33.3 % of revenue entries.\n') },
    { name: 'a share of another whole', example: sales('North has 91.4 % of the online revenue, and South 12 % of customers.\n') },
    { name: 'changes', example: sales('From Q1 to Q2, revenue rose by 12.5 %. In North, units grew 13.5 % from Q1 to Q2.\n') },
    {
      name: 'a change of something else',
      example: sales(
        'From Q1 to Q2, revenue per shop rose by 40 %. From Q1 to Q2, revenue rose by 40 % in Bonn or so, and by 2 % elsewhere.\n',
      ),
    },
    { name: 'what stands beside another figure', example: sales('Revenue in Q1 was €1,200.50 in North, and €830.75 in South.\n') },
    { name: 'the column in the sentence', example: sales('In Q1, revenue was €1,200.50 in North, and €830.75 in South.\n') },
  ],
  invalid: [
    {
      name: 'a thousand, where one row is named',
      example: sales('| Region | Quarter | Units |\n|---|---|---|\n| North | Q1 | 1,000 |\n'),
      findings: [{ messageId: 'cell', message: "'Units' of North, Q1 is 1,000 here and 310 in sales.csv", certainty: 'certain' }],
    },
    {
      name: 'a cell',
      example: sales('| Region | Quarter | Revenue |\n|---|---|---|\n| West | Q2 | 338.40 |\n'),
      findings: [
        { messageId: 'cell', message: "'Revenue (EUR)' of West, Q2 is 338.40 here and 388.40 in sales.csv", certainty: 'certain' },
      ],
    },
    {
      name: 'a sum',
      example: sales('| Region | Units |\n|---|---|\n| North | 662 |\n| South | 343 |\n'),
      findings: [{ messageId: 'group', excerpt: '343', certainty: 'likely' }],
    },
    {
      name: 'a share',
      example: sales('North has 61 % of revenue.\n'),
      findings: [
        {
          messageId: 'share',
          message: "The share of North in 'Revenue (EUR)' is said to be 61 %; by sales.csv it is 50.98 %",
          certainty: 'likely',
        },
      ],
    },
    {
      name: 'a change',
      example: sales('From Q1 to Q2, revenue rose by 21.5 %.\n'),
      findings: [
        {
          messageId: 'change',
          message: "The change of 'Revenue (EUR)' from Q1 to Q2 is said to be 21.5 %; by sales.csv it is 12.56 %",
          excerpt: '21.5 %',
        },
      ],
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

it('shows the place of the data beside that of the report', async () => {
  const ofTwo = await runExample(
    [contradictsData],
    sales('| Region | Quarter | Units |\n|---|---|---|\n| South | Q1 | 240 |\n\nThe revenue of West was €999.\n'),
  );
  expect(ofTwo.findings.map(({ related }) => related)).toMatchObject([
    [{ file: 'sales.csv', location: { kind: 'cell', sheet: 'sales.csv', range: 'D4' }, label: 'the data in D4' }],
    [{ file: 'sales.csv', location: { kind: 'cell', sheet: 'sales.csv', range: 'C6' }, label: 'the data in C6 and 1 more row' }],
  ]);
});
