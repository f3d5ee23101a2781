import { testRule } from '@preflag/testing/rule-tester';
import { nonBreakingSpaceMixedPlant } from './plant.ts';
import { nonBreakingSpaceMixed } from './rule.ts';

testRule(nonBreakingSpaceMixed, {
  plant: nonBreakingSpaceMixedPlant,
  valid: [
    { name: 'no such spaces at all', example: { files: { 'a.md': 'Les loyers sont en hausse ! Et 5 kg, 6 kg, 7 kg : tout.\n' } } },
    {
      name: 'names kept together',
      example: { files: { 'a.md': 'Mr.\u00A0Park met Dr.\u00A0Lee on page\u00A03, in J.\u00A0Doe v. the\u00A0state.\n' } },
    },
  ],
  invalid: [
    {
      name: 'French marks',
      example: {
        files: {
          'a.md':
            'Les prix sont en hausse\u00A0! Et les loyers\u00A0? Voici la liste\u00A0: rien.\n\nEt pour vous ? Rien pour nous ! La liste : rien.\n',
        },
      },
      findings: [{ messageId: 'mixed', message: '3 spaces before punctuation marks are ordinary, and 3 are non-breaking' }],
    },
  ],
});
