import { testRule } from '@preflag/testing/rule-tester';
import { fakeHeadingPlant } from './plant.ts';
import { fakeHeading } from './rule.ts';

const text = (...blocks: string[]): { files: { 'a.md': string } } => ({ files: { 'a.md': `${blocks.join('\n\n')}\n` } });

testRule(fakeHeading, {
  plant: fakeHeadingPlant,
  valid: [
    { name: 'two of them', example: text('**North**', 'It fell.', '**South**', 'It rose.') },
    { name: 'bold sentences', example: text('**It fell.**', 'a', '**It rose!**', 'b', '**Did it stand?**', 'c') },
    { name: 'bold words at the beginning', example: text('**North:** it fell.', '**South:** it rose.', '**East:** it stood.', 'So.') },
    { name: 'a bold address', example: text('**Ada Park**', '**1 Long Road**', '**Leeds**', '**England**', 'Dear Ada') },
  ],
  invalid: [
    {
      name: 'beside real headings',
      example: text('# Rents', '**North**', 'It fell.', '**South**', 'It rose.', '**East**', 'It stood.'),
      findings: [{ messageId: 'some', certainty: 'hint', message: "3 bold paragraphs look like headings and are none: 'North'" }],
    },
  ],
});
