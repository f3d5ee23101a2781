import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { mixedCitationStylesPlant } from './plant.ts';
import { mixedCitationStyles } from './rule.ts';

const asking = (citation: string, path = 'a.md'): { deliverables: object[] } => ({ deliverables: [{ path, style: { citation } }] });

testRule(mixedCitationStyles, {
  plant: mixedCitationStylesPlant,
  valid: [
    {
      name: 'what is no citation',
      example: { files: { 'a.md': 'It rose (March 2020), it fell (Figure 3, 2021), see [1] and [2] and [3] and a[4], `b[5]`.\n' } },
    },
    {
      name: 'the list of references',
      example: { files: { 'a.md': 'It rose [1, 2].\n\nIt fell [3].\n\n## References\n\n[1] A (Smith, 2020) and (Lee, 2021).\n' } },
    },
    {
      name: 'as asked',
      example: { files: { 'a.md': 'It rose (Smith 2020, 45; Lee 2019), says Jones (2018).\n' }, job: asking('chicago') },
    },
  ],
  invalid: [
    {
      name: 'not as asked',
      example: async () => ({
        files: { 'a.docx': await docxOf(['It rose [1].', 'It fell (Smith, 2020).', 'It stood (Lee 45).']) },
        job: asking('ieee', 'a.docx'),
      }),
      findings: [
        { messageId: 'asked', excerpt: '(Smith, 2020)', message: "'(Smith, 2020)' is not how the job asks to name sources: [1]" },
        { messageId: 'asked', excerpt: '(Lee 45)' },
      ],
    },
  ],
});
