import { testRule } from '@preflag/testing/rule-tester';
import { mixedQuotesPlant } from './plant.ts';
import { mixedQuotes } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });
const asking = (quotes: string): { deliverables: object[] } => ({ deliverables: [{ path: 'a.md', style: { quotes } }] });

testRule(mixedQuotes, {
  plant: mixedQuotesPlant,
  valid: [
    { name: 'one quotation of many', example: text(`He says “a” and “b” and “c” and “d”, and once "e".`) },
    { name: 'inches and code', example: text('A screen of 27", 24", 15" and 13" is “big”, “fair”, “small”, `"x"`.') },
    {
      name: 'titles of sources',
      example: text(`He says "a" and "b" and "c".\n\nReferences: [1] https://a.org - “A” [2] https://b.org - “B” [3] https://c.org - “C”`),
    },
    { name: 'as asked', example: { ...text('The “north” is it.'), job: asking('curly') } },
  ],
  invalid: [
    {
      name: 'not as asked',
      example: { ...text('The “north” isn\'t "south".'), job: asking('curly') },
      findings: [
        { messageId: 'asked', excerpt: '"', message: 'The job asks for curly quotation marks, and 2 of 4 are straight' },
        { messageId: 'asked', excerpt: "'", certainty: 'certain' },
      ],
    },
  ],
});
