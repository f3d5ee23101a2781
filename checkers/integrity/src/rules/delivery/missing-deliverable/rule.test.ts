import { testRule } from '@preflag/testing/rule-tester';
import { missingDeliverablePlant } from './plant.ts';
import { missingDeliverable } from './rule.ts';

const TEXT = '# Report\n\nAll is well.\n';

testRule(missingDeliverable, {
  plant: missingDeliverablePlant,
  valid: [
    {
      name: 'an optional file',
      example: {
        files: { 'a.md': TEXT },
        job: { deliverables: [{ path: 'a.md' }, { path: 'b.md', optional: true }] },
      },
    },
    {
      name: 'none are expected',
      example: { files: { 'a.md': TEXT }, job: { deliverables: [{ path: 'a.md' }, { path: 'logs/*.txt', count: { max: 3 } }] } },
    },
    { name: 'without a job nothing is missing', example: { files: { 'a.md': TEXT } } },
  ],
  invalid: [
    {
      name: 'fewer than asked',
      example: { files: { 'p/1.md': TEXT }, job: { deliverables: [{ path: 'p/*.md', count: { min: 3 } }] } },
      findings: [{ messageId: 'few', message: 'Of p/*.md the job expects at least 3 files, and 1 came' }],
    },
    {
      name: 'another name',
      example: { files: { 'Report final.md': TEXT }, job: { deliverables: [{ path: 'report.md' }] } },
      findings: [{ messageId: 'missing', message: 'The file report.md was not handed in' }],
    },
  ],
});
