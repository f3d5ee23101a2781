import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport } from '../../../report-plants.ts';
import { unexpectedSectionPlant } from './plant.ts';
import { unexpectedSection } from './rule.ts';

const asked = (order: string, ...titles: readonly string[]): Example => ({
  ...markdownReport('# R', '## A', 'One.', '### Inside', 'More.', '## B', 'Two.'),
  job: { deliverables: [{ path: 'report.md', order, sections: titles.map((title) => ({ title })) }] },
});

testRule(unexpectedSection, {
  plant: unexpectedSectionPlant,
  valid: [
    { name: 'subsections and the title', example: asked('strict', 'A', 'B') },
    {
      name: 'lines of plain text, which need not be headings',
      example: {
        files: { 'report.txt': 'Rents\n\nSummary\n\nFew homes.\n' },
        job: { deliverables: [{ path: 'report.txt', order: 'strict', sections: [{ title: 'Summary' }] }] },
      },
    },
    { name: 'only an order is asked for', example: asked('relative', 'A') },
  ],
  invalid: [
    { name: 'another one', example: asked('strict', 'A'), findings: [{ messageId: 'unexpected', excerpt: 'B', certainty: 'certain' }] },
  ],
});
