import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { invalidIdentifierPlant } from './plant.ts';
import { invalidIdentifier } from './rule.ts';

testRule(invalidIdentifier, {
  plant: invalidIdentifierPlant,
  valid: [
    { name: 'ten digits', example: report('ISBN 0-306-40615-2 and ISBN-10: 080442957X.') },
    { name: 'a word', example: report('Every book has an ISBN, every paper a DOI: the number of it.'.replace('DOI: the', 'DOI, the')) },
  ],
  invalid: [
    {
      name: 'no DOI',
      example: report('See doi:11.123/abc and ISSN 0378-5956.'),
      findings: [
        { messageId: 'digit', message: 'The ISSN 0378-5956 cannot exist: its check digit is wrong' },
        { messageId: 'form', certainty: 'likely', excerpt: '11.123/abc' },
      ],
    },
  ],
});
