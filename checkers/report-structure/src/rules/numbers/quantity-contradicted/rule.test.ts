import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { quantityContradictedPlant } from './plant.ts';
import { quantityContradicted } from './rule.ts';

testRule(quantityContradicted, {
  plant: quantityContradictedPlant,
  valid: [
    { name: 'rounded', example: report('The total revenue was $4.2 million.', 'The total revenue was $4,213,000.') },
    { name: 'other years', example: report('The total revenue was $4.2 million in 2022.', 'The total revenue was $4.4 million in 2023.') },
    {
      name: 'a forecast',
      example: report('The total revenue was $4.2 million.', 'If so, total revenue would be: total revenue of $5 million.'),
    },
    { name: 'other regions', example: report('In North, total revenue was $4.2 million.', 'In South, total revenue was $4.4 million.') },
  ],
  invalid: [
    {
      name: 'German',
      example: report('Der Gesamtumsatz betrug 4,2 Mio. Euro.', 'Kurz: Der Gesamtumsatz betrug 4,6 Mio. Euro.'),
      findings: [{ messageId: 'two', excerpt: '4,6 Mio. Euro', certainty: 'likely' }],
    },
  ],
});
