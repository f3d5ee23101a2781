import { testRule } from '@preflag/testing/rule-tester';
import { sampleDataLeftPlant } from './plant.ts';
import { sampleDataLeft } from './rule.ts';

testRule(sampleDataLeft, {
  plant: sampleDataLeftPlant,
  valid: [
    {
      name: 'real people, and code',
      example: {
        files: { 'a.md': 'Write to jane@stat.example, or to John Dorian, 1230 Main Road, (212) 736-5000.\n\n```\njohn@example.com\n```\n' },
      },
    },
  ],
  invalid: [
    {
      name: 'other languages',
      example: { files: { 'a.md': 'Max Mustermann, Musterstraße 1\n' } },
      findings: [
        { messageId: 'sample', excerpt: 'Max Mustermann', message: "'Max Mustermann' is sample data" },
        { messageId: 'sample', excerpt: 'Musterstraße 1' },
      ],
    },
  ],
});
