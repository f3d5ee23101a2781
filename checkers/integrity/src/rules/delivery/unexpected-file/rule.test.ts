import { testRule } from '@preflag/testing/rule-tester';
import { unexpectedFilePlant } from './plant.ts';
import { unexpectedFile } from './rule.ts';

const TEXT = '# Report\n\nAll is well.\n';

testRule(unexpectedFile, {
  plant: unexpectedFilePlant,
  valid: [
    {
      name: 'a glob takes several',
      example: { files: { 'a/1.md': TEXT, 'a/2.md': TEXT }, job: { deliverables: [{ path: 'a/*.md', count: { min: 1 } }] } },
    },
    {
      name: 'the exact path goes before the glob',
      example: { files: { 'a.md': TEXT, 'b.md': TEXT }, job: { deliverables: [{ path: '*.md' }, { path: 'a.md' }] } },
    },
    { name: 'without a job nothing is unexpected', example: { files: { 'a.md': TEXT, 'x.tmp': 'x' } } },
  ],
  invalid: [
    {
      name: 'a job file from the agent is a file like any other',
      example: { files: { 'a.md': TEXT, 'job.yaml': 'version: 1\n' }, job: { deliverables: [{ path: 'a.md' }] } },
      findings: [{ messageId: 'unexpected', file: 'job.yaml', message: 'The job does not ask for job.yaml' }],
    },
    {
      name: 'more than asked',
      example: { files: { '1.md': TEXT, '2.md': TEXT }, job: { deliverables: [{ path: '*.md' }] } },
      findings: [{ messageId: 'many', message: 'Of *.md the job expects at most 1 file, and 2 came' }],
    },
  ],
});
