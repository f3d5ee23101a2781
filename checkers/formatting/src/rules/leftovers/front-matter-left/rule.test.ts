import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { frontMatterLeftPlant } from './plant.ts';
import { frontMatterLeft } from './rule.ts';

const word =
  (...paragraphs: string[]) =>
  async (): Promise<{ files: { 'a.docx': Uint8Array } }> => ({ files: { 'a.docx': await docxOf(paragraphs) } });

testRule(frontMatterLeft, {
  plant: frontMatterLeftPlant,
  valid: [
    { name: 'where it belongs', example: { files: { 'a.md': '---\ntitle: Rents\ndate: 2026-03-01\n---\n\n# Rents\n\nThey rose.\n' } } },
    { name: 'in code', example: { files: { 'a.md': 'Begin it so:\n\n```\n---\ntitle: Rents\ndate: 2026\n---\n```\n' } } },
    { name: 'a title page in words', example: word('Title: Rents', 'Author: A. Writer', 'Date: 3 May 2026', '# Rents') },
    { name: 'rules around a sentence', example: word('---', 'The date: it is not known.', '---', 'Rents rose.') },
    { name: 'a heading with a colon', example: { files: { 'a.md': 'Rents.\n\nTitle: what it is\n---\n\nIt is short.\n' } } },
  ],
  invalid: [
    {
      name: 'in one paragraph of html',
      example: {
        files: { 'a.html': '<html lang="en"><title>R</title><p>--- title: Rents author: A. Writer ---</p><h1>Rents</h1></html>' },
      },
      findings: [{ messageId: 'shown', certainty: 'likely' }],
    },
  ],
});
