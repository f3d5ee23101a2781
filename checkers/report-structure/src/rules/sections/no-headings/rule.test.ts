import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { noHeadingsPlant } from './plant.ts';
import { noHeadings } from './rule.ts';

const LONG = Array.from({ length: 10 }, (_, index) => `One more word for paragraph ${index}. `.repeat(30));

testRule(noHeadings, {
  plant: noHeadingsPlant,
  valid: [
    { name: 'bold lines', example: report('**A part**', ...LONG) },
    { name: 'a short text', example: report('Text.') },
    { name: 'a list', example: report(...LONG.map((text) => `- ${text}`)) },
  ],
  invalid: [{ name: 'a long text', example: report(...LONG), findings: [{ messageId: 'none', certainty: 'likely' }] }],
});
