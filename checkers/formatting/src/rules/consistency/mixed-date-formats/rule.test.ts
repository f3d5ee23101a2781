import { testRule } from '@preflag/testing/rule-tester';
import { mixedDateFormatsPlant } from './plant.ts';
import { mixedDateFormats } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });
const asking = (dates: string): { deliverables: object[] } => ({ deliverables: [{ path: 'a.md', style: { dates } }] });

testRule(mixedDateFormats, {
  plant: mixedDateFormatsPlant,
  valid: [
    { name: 'one of several', example: text('On 5 May 2025, 6 May 2025, 7 May 2025 and 2025-05-08.') },
    {
      name: 'tables, code and references',
      example: text(
        'On 5 May 2025 and 6 May 2025.\n\n| Day |\n|---|\n| 2025-05-05 |\n| 2025-05-06 |\n\nSee `2025-05-05` and `2025-05-06`.\n\n## References\n\nAccessed March 5, 2025. Accessed March 6, 2025.',
      ),
    },
    { name: 'as asked', example: { ...text('On 5 May 2025, and on 12 June 2025; in May 2025.'), job: asking('D MMMM YYYY') } },
    { name: 'versions and ranges', example: text('Version 1.2.2024 of 10/12, in 2024-25 or 1-2-3. On May 5 and on 6 May.') },
  ],
  invalid: [
    {
      name: 'not as asked',
      example: { ...text('On 05/04/2025, on 5 May 2025 and on 2025-05-06.'), job: asking('YYYY-MM-DD') },
      findings: [
        { messageId: 'asked', excerpt: '05/04/2025', message: "The date '05/04/2025' is not written as YYYY-MM-DD, as the job asks" },
        { messageId: 'asked', excerpt: '5 May 2025', certainty: 'certain' },
      ],
    },
    {
      name: 'other languages',
      example: text('Am 5. März 2025, am 6. März 2025 und am 7. März 2025, dann am 05.04.2025 und am 06.04.2025.'),
      findings: [{ messageId: 'mixed', message: "2 dates are written like '05.04.2025', and 3 like '5. März 2025'", certainty: 'hint' }],
    },
  ],
});
