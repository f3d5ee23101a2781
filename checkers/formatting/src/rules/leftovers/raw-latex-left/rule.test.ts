import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { rawLatexLeftPlant } from './plant.ts';
import { rawLatexLeft } from './rule.ts';

testRule(rawLatexLeft, {
  plant: rawLatexLeftPlant,
  valid: [
    { name: 'formulas in markdown', example: { files: { 'a.md': 'It is $\\frac{1}{2}$ or \\(\\sqrt{x}\\).\n\n$$\\sum_{i} x_i$$\n' } } },
    { name: 'code', example: { files: { 'a.md': 'Write `\\frac{1}{2}`.\n' } } },
    {
      name: 'prices and paths',
      example: async () => ({ files: { 'a.docx': await docxOf(['It costs $5 (a = b) or $7 today.', 'The file is in C:\\texts\\new.']) } }),
    },
  ],
  invalid: [
    {
      name: 'a formula that is a paragraph of Word',
      example: async () => ({ files: { 'a.docx': await docxOf(['The sum is:', '$$\\sum_{i=1}^{n} x_i$$']) } }),
      findings: [{ messageId: 'latex', excerpt: '$$\\sum_{i=1}^{n} x_i$$' }],
    },
  ],
});
