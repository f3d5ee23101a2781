import { testRule } from '@preflag/testing/rule-tester';
import { questionNotAnsweredPlant } from './plant.ts';
import { questionNotAnswered } from './rule.ts';

testRule(questionNotAnswered, {
  plant: questionNotAnsweredPlant,
  valid: [
    {
      name: 'no questions',
      example: { files: { 'a.md': '# R\n\n## A\n\nText.\n' }, job: { deliverables: [{ path: 'a.md', sections: ['A'] }] } },
    },
  ],
  invalid: [
    {
      name: 'none of the words',
      example: {
        files: { 'a.md': '# R\n\n## A\n\nText.\n' },
        job: { deliverables: [{ path: 'a.md', sections: [{ title: 'A', questions: ['Why did wages fall?'] }] }] },
      },
      findings: [{ messageId: 'words', certainty: 'hint' }],
    },
  ],
});
