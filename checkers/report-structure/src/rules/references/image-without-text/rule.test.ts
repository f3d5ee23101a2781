import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { imageWithoutTextPlant } from './plant.ts';
import { imageWithoutText } from './rule.ts';

testRule(imageWithoutText, {
  plant: imageWithoutTextPlant,
  valid: [{ name: 'no picture', example: report('# R', 'Text.') }],
  invalid: [
    { name: 'a name for a text', example: report('# R', '![map.png](map.png)'), findings: [{ messageId: 'generic', certainty: 'hint' }] },
  ],
});
