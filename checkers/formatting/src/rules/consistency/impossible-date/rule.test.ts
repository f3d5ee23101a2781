import { testRule } from '@preflag/testing/rule-tester';
import { impossibleDatePlant } from './plant.ts';
import { impossibleDate } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(impossibleDate, {
  plant: impossibleDatePlant,
  valid: [
    { name: 'good days', example: text('On Wednesday, 5 March 2025, on 29 February 2024, and on 29 February.') },
    { name: 'what is no date', example: text('May 35 people come? In March 2025, 31 came, and 32 of 2025.') },
    { name: 'months that nobody can tell', example: text('On 03/04/2025 and 04-03-2025.') },
    { name: 'code', example: text('`2025-02-30`') },
  ],
  invalid: [
    {
      name: 'other languages',
      example: text('Am Montag, den 31. September 2025.\n\n2025年2月30日\n\nUnd am 31.11.2025.'),
      findings: [
        { messageId: 'day', excerpt: '31. September 2025' },
        { messageId: 'day', excerpt: '2025年2月30日', message: "The date '2025年2月30日' does not exist" },
        { messageId: 'figures', excerpt: '31.11.2025', certainty: 'likely' },
      ],
    },
  ],
});
