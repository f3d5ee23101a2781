import { docxOf, pdfOf, runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { PDF_PAGE } from '../../../pdf-plants.ts';
import { lengthOutOfRangePlant } from './plant.ts';
import { lengthOutOfRange } from './rule.ts';

const asking = (length: object, path = 'a.md'): { deliverables: object[] } => ({ deliverables: [{ path, length }] });
const words = (count: number): string => `${Array.from({ length: count }, () => 'word').join(' ')}\n`;

testRule(lengthOutOfRange, {
  plant: lengthOutOfRangePlant,
  valid: [
    { name: 'two in a hundred more', example: { files: { 'a.md': words(102) }, job: asking({ words: { max: 100 } }) } },
    { name: 'two in a hundred less', example: { files: { 'a.md': words(98) }, job: asking({ words: { min: 100 } }) } },
    {
      name: 'compounds count either way',
      example: { files: { 'a.md': 'A well-known state-of-the-art e-mail\n' }, job: asking({ words: { min: 8, max: 8 } }) },
    },
    {
      name: 'code, front matter and comments are not counted',
      example: {
        files: { 'a.md': `---\ntitle: a b c d\n---\n\nOne two.\n\n\`\`\`\n${words(50)}\`\`\`\n\n<!-- ${words(50)} -->\n` },
        job: asking({ words: { max: 2 } }),
      },
    },
    {
      name: 'Chinese by dictionary words or by characters',
      example: { files: { 'a.md': '我们需要更多信息。\n' }, job: asking({ words: { min: 8 }, characters: { min: 8, max: 9 } }) },
    },
  ],
  invalid: [
    {
      name: 'too long',
      example: { files: { 'a.md': words(103) }, job: asking({ words: { min: 50, max: 100 } }) },
      findings: [{ messageId: 'long', message: 'The document has 103 words, and 50 to 100 words were asked for' }],
    },
    {
      name: 'too few characters',
      example: { files: { 'a.md': 'Short.\n' }, job: asking({ characters: { min: 1000 } }) },
      findings: [{ messageId: 'short', message: 'The document has 6 characters, and at least 1,000 characters were asked for' }],
    },
    {
      name: 'too many pages',
      example: () => ({
        files: { 'a.pdf': pdfOf({ pages: [PDF_PAGE, PDF_PAGE, PDF_PAGE] }) },
        job: asking({ pages: { max: 2 } }, 'a.pdf'),
      }),
      findings: [{ messageId: 'long', message: 'The document has 3 pages, and at most 2 pages were asked for' }],
    },
    {
      name: 'a Word document, with its tables',
      example: async () => ({
        files: {
          'a.docx': await docxOf([
            '# Report',
            'One two three',
            '- four',
            [
              ['five', 'six'],
              ['seven', 'eight'],
            ],
          ]),
        },
        job: asking({ words: { max: 8 } }, 'a.docx'),
      }),
      findings: [{ messageId: 'long', message: 'The document has 9 words, and at most 8 words were asked for' }],
    },
  ],
});

it('says that pages were not counted', async () => {
  const { checks } = await runExample([lengthOutOfRange], { files: { 'a.md': words(5) }, job: asking({ pages: { max: 1 } }) });
  expect(checks).toMatchObject([{ outcome: 'not-checked', reason: { code: 'format' } }]);
});
