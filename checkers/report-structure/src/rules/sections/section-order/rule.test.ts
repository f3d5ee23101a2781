import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport } from '../../../report-plants.ts';
import { sectionOrderPlant } from './plant.ts';
import { sectionOrder } from './rule.ts';

const asked = (order: string, ...titles: readonly string[]): Example => ({
  ...markdownReport('# R', '## A', 'One.', '## B', 'Two.', '## C', 'Three.'),
  job: { deliverables: [{ path: 'report.md', order, sections: titles.map((title) => ({ title })) }] },
});

testRule(sectionOrder, {
  plant: sectionOrderPlant,
  valid: [
    { name: 'others between', example: asked('relative', 'A', 'C') },
    { name: 'no order is asked for', example: asked('any', 'C', 'A') },
  ],
  invalid: [
    {
      name: 'the last first',
      example: asked('strict', 'C', 'A', 'B'),
      findings: [
        { messageId: 'order', message: "'A' comes before 'C', and was asked for behind it", certainty: 'certain' },
        { messageId: 'order', excerpt: 'B' },
      ],
    },
  ],
});
