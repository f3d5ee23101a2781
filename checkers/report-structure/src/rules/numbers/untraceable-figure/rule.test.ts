import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { salesMarkdown as sales } from '../../../data-plants.ts';
import { runExample, type Example } from '@preflag/testing';
import { contradictsData } from '../contradicts-data/rule.ts';
import { untraceableFigurePlant } from './plant.ts';
import { untraceableFigure } from './rule.ts';

/** A report on 240 orders, of which 160 are from the north and 80 from the south. */
function orders(text: string): Example {
  const rows = Array.from(
    { length: 240 },
    (_, at) => `${String(at + 1).padStart(5, '0')},${at % 3 === 0 ? 'South' : 'North'},${(at * 37) % 90}.50`,
  );
  return {
    files: { 'report.md': text },
    beside: { 'data/orders.csv': `order,region,price\n${rows.join('\n')}\n` },
    job: { deliverables: [{ path: 'report.md', data: ['data/orders.csv'] }] },
  };
}

/** The same in json, and the figures of the year. */
function ordersInJson(text: string): Example {
  const list = Array.from({ length: 240 }, (_, at) => ({
    order: String(at + 1),
    region: at % 3 === 0 ? 'South' : 'North',
    price: 100 + (at % 90),
  }));
  return {
    files: { 'report.md': text },
    beside: { 'data.json': JSON.stringify({ year: { revenue: 53_210.5, staff: { north: 311, south: 96 } }, orders: list }) },
    job: { deliverables: [{ path: 'report.md', data: ['data.json'] }] },
  };
}

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
    { name: 'how many rows there are', example: orders('There were 240 orders, 160 orders from the north and 80 from the south.\n') },
    {
      name: 'figures of json',
      example: ordersInJson('Revenue was €53,210.50 with a staff of 311 in the north. There were 240 orders, 80 from the south.\n'),
    },
    { name: 'about how many', example: orders('There were about 230 orders.\n') },
  ],
  invalid: [
    {
      name: 'another count of the rows',
      example: orders('There were 204 orders.\n'),
      findings: [
        {
          messageId: 'count',
          message: '204 is given as the number of rows of data/orders.csv, which has 240; no part of it has 204 either',
          excerpt: '204',
          certainty: 'likely',
        },
      ],
    },
    {
      name: 'figures that json has not',
      example: ordersInJson('Revenue was €53,120.50. There were 204 orders.\n'),
      findings: [
        { messageId: 'near', excerpt: '€53,120.50' },
        {
          messageId: 'count',
          message: "204 is given as the number of rows of data.json, 'orders', which has 240; no part of it has 204 either",
        },
      ],
    },
    {
      name: 'some of the rows, beside the number of all',
      example: orders('Of 240 orders we sent 214 orders on the same day.\n'),
      findings: [{ messageId: 'near', excerpt: '214' }],
    },
    {
      name: 'a count of other things, and one that is far away',
      example: orders('We asked 204 customers, and looked at 48 orders.\n'),
      findings: [
        { messageId: 'near', excerpt: '204' },
        { messageId: 'near', excerpt: '48' },
      ],
    },
    {
      name: 'a sum of which the sentence says whose it is: that one is named first',
      example: sales('North is ahead with 2,715.75 euros.\n'),
      findings: [
        {
          messageId: 'near',
          message:
            "2,715.75 euros cannot be traced to the data; near to it are 2,650.75 (the sum of 'Revenue (EUR)' of North), 2,753.65 (the sum of 'Revenue (…",
        },
      ],
    },
    {
      name: 'a share and a cell',
      example: sales('The north has 91.37 % of revenue.\n\n| Shop | Units |\n|---|---|\n| Bonn | 6,662 |\n'),
      findings: [
        { messageId: 'near', excerpt: '91.37 %', certainty: 'likely' },
        { messageId: 'untraced', excerpt: '6,662' },
      ],
    },
  ],
});

it('takes no glossary of a translation for data', async () => {
  const { findings, checks } = await runExample([untraceableFigure, contradictsData], {
    files: { 'b.md': '# A\n\nDie Wohnung hat 48,5 m2 und kostet 1.234,50 Euro.\n' },
    beside: { 'a.md': '# A\n\nThe flat has 48.5 m2 and costs 1,234.50 euros.\n', 'terms.csv': 'source,target\nflat,Wohnung\n' },
    job: { deliverables: [{ path: 'b.md', type: 'translation', source: 'a.md', language: 'de', glossary: 'terms.csv' }] },
  });
  expect(findings).toEqual([]);
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([
    ['not-checked', 'no-data'],
    ['not-checked', 'no-data'],
  ]);
});
