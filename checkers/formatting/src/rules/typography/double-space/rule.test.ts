import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { doubleSpacePlant } from './plant.ts';
import { doubleSpace } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(doubleSpace, {
  plant: doubleSpacePlant,
  valid: [
    { name: 'two slips', example: text('Rents  rose in May, and fell  again.') },
    { name: 'two spaces behind each sentence', example: text('Rents rose.  Prices fell.  Sales stood.  Nothing else.  All is said.') },
    { name: 'code and tables', example: text('Run `a  b  c  d`.\n\n| Region   |  Sales |\n|---|---|\n| North    |  12    |') },
    { name: 'columns made with spaces', example: { files: { 'a.txt': 'North  12    13\nSouth  14    15\nEast  16    17\n' } } },
  ],
  invalid: [
    {
      name: 'more of them',
      example: text('Rents  rose.\n\nPrices  fell.\n\nSales  stood  still.'),
      findings: [{ messageId: 'many', message: 'Words are parted by more than one space in 4 places' }],
    },
  ],
});

it('proposes to replace each of them, in text formats only', async () => {
  const { findings } = await runExample([doubleSpace], text('Rents  rose.\n\nPrices  fell.\n\nSales  stood.'));
  expect(findings[0]?.fixes).toMatchObject([{ safety: 'safe', edits: [{ from: '  ', to: ' ' }, {}, {}] }]);
  const word = await doubleSpacePlant.ways['three gaps, in Word']?.(await doubleSpacePlant.clean());
  if (!word) throw new Error('There was no room for three gaps.');
  const { findings: inWord } = await runExample([doubleSpace], word.example);
  expect(inWord.map(({ fixes }) => fixes)).toEqual([undefined]);
});
