import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { shareMismatchPlant } from './plant.ts';
import { shareMismatch } from './rule.ts';

testRule(shareMismatch, {
  plant: shareMismatchPlant,
  valid: [
    { name: 'rounded down', example: report('We saw 2 of 3 (66 %).') },
    { name: 'a part of a share', example: report('We saw 12 of 15 (20 % fewer than before).') },
    { name: 'German', example: report('Es kamen 1.200 von 1.600 Personen (75 %).') },
    { name: 'rough', example: report('Some 70 of 151 answered, or about 50 percent.') },
    { name: 'a rate beside counts', example: report('It took 3 of 5 days, and 80 % was done.') },
  ],
  invalid: [
    {
      name: 'the share first',
      example: report('Only 64 % (12 of 20 tenants) answered.'),
      findings: [{ messageId: 'share', message: '12 of 20 is given as 64 %; it is 60 %', certainty: 'certain' }],
    },
    {
      name: 'in German',
      example: report('Es kamen 1.200 von 1.600 Personen (85 %).'),
      findings: [{ messageId: 'share', excerpt: '85 %' }],
    },
    { name: 'with or', example: report('We saw 30 out of 40 homes, or 70 percent.'), findings: [{ messageId: 'share' }] },
  ],
});
