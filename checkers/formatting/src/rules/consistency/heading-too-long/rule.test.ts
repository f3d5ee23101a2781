import { testRule } from '@preflag/testing/rule-tester';
import { headingTooLongPlant } from './plant.ts';
import { headingTooLong } from './rule.ts';

testRule(headingTooLong, {
  plant: headingTooLongPlant,
  valid: [{ name: 'a long title', example: { files: { 'a.md': `# ${'word '.repeat(40)}\n\n## Why did it rise so fast?\n` } } }],
  invalid: [
    {
      name: 'more words than the job allows',
      options: { words: 3 },
      example: { files: { 'a.md': '# Rents\n\n## They rose in May\n' } },
      findings: [{ messageId: 'long', message: 'The heading has 4 words' }],
    },
  ],
});
