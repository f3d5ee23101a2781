import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { brokenAnchorPlant } from './plant.ts';
import { brokenAnchor } from './rule.ts';

testRule(brokenAnchor, {
  plant: brokenAnchorPlant,
  valid: [
    { name: 'an id of html', example: report('# R', '<a id="x"></a>', 'See [x](#x) and [top](#top).') },
    { name: 'a second heading of that name', example: report('# R', '[b](#a-1)', '## A', 'Text.', '### A', 'Text.') },
    { name: 'another file', example: report('# R', '[b](other.md#nothing)') },
  ],
  invalid: [
    {
      name: 'an anchor that was never written',
      example: report('# R', '[b](#TODO)'),
      findings: [{ messageId: 'broken', message: "The link 'b' leads to #TODO, which is not in the document" }],
    },
  ],
});
