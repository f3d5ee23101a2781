import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { sectionMissingPlant } from './plant.ts';
import { sectionMissing } from './rule.ts';

const report = (text: string, ...sections: object[]): { files: object & { 'a.md': string }; job: { deliverables: object[] } } => ({
  files: { 'a.md': text },
  job: { deliverables: [{ path: 'a.md', sections }] },
});

testRule(sectionMissing, {
  plant: sectionMissingPlant,
  valid: [
    {
      name: 'numbered, in capitals, with a mark',
      example: report('# R\n\n### II. EXECUTIVE SUMMARY:\n\nText.\n', { title: 'Executive summary' }),
    },
    { name: 'an alias', example: report('# R\n\n## Overview\n\nText.\n', { title: 'Executive summary', aliases: ['Overview'] }) },
    {
      name: 'bold in a heading, and a bold paragraph',
      example: report('# R\n\n## **Findings**\n\nText.\n\n**Next steps**\n\nText.\n', { title: 'Findings' }, { title: 'Next steps' }),
    },
    { name: 'a title that goes on', example: report('# R\n\n## Findings: rents rise\n\nText.\n', { title: 'Findings' }) },
    { name: 'only subsections', example: report('# R\n\n## Findings\n\n### Rents\n\nText.\n', { title: 'Findings' }) },
    {
      name: 'only a table or a picture',
      example: report('# R\n\n## Data\n\n| a |\n|---|\n| 1 |\n\n## Map\n\n![map](m.png)\n', { title: 'Data' }, { title: 'Map' }),
    },
    { name: 'optional', example: report('# R\n\nText.\n', { title: 'Appendix', required: false }) },
    { name: 'Chinese numbers', example: report('# R\n\n## 一、结论\n\n文本。\n', { title: '结论' }) },
  ],
  invalid: [
    {
      name: 'missing, near and empty',
      example: report(
        '# R\n\n## Executive overview\n\nText.\n\n## References\n\n<!-- later -->\n',
        { title: 'Executive summary' },
        { title: 'Method' },
        { title: 'References' },
      ),
      findings: [
        { messageId: 'missing', message: "The section 'Method' is missing", certainty: 'certain' },
        { messageId: 'empty', message: "The section 'References' has no content" },
        {
          messageId: 'near',
          message: "There is no section 'Executive summary'; 'Executive overview' may be the one",
          certainty: 'likely',
          excerpt: 'Executive overview',
        },
      ],
    },
    {
      name: 'too few and too many words',
      example: report(
        '# R\n\n## Summary\n\nOne two three.\n\n## Findings\n\nOne.\n',
        { title: 'Summary', words: { max: 2 } },
        { title: 'Findings', words: { min: 50 } },
      ),
      findings: [
        { messageId: 'long', message: "The section 'Summary' has 3 words, and at most 2 were asked for" },
        { messageId: 'short', message: "The section 'Findings' has 1 word, and at least 50 were asked for" },
      ],
    },
    {
      name: 'a Word document',
      example: async () => ({
        files: { 'a.docx': await docxOf(['# Report', '## Findings', '## Sources', '- one']) },
        job: { deliverables: [{ path: 'a.docx', sections: ['Findings', 'Sources', 'Conclusion'].map((title) => ({ title })) }] },
      }),
      findings: [{ messageId: 'empty', at: { kind: 'block', index: 1 } }, { messageId: 'missing' }],
    },
  ],
});
