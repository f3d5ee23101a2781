import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { placeholderLinkPlant } from './plant.ts';
import { placeholderLink } from './rule.ts';

testRule(placeholderLink, {
  plant: placeholderLinkPlant,
  valid: [
    { name: 'in code', example: report('# R', 'Call `https://example.com`, or [this](https://example.co.uk/).') },
    { name: 'a heading that marks itself', example: { files: { 'a.html': '<h1>Function <a href="#">open</a></h1><p>It opens.</p>' } } },
  ],
  invalid: [
    { name: 'to be filled in', example: report('# R', '[b](TODO)'), findings: [{ messageId: 'placeholder', certainty: 'likely' }] },
  ],
});
