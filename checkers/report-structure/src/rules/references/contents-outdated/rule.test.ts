import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { contentsOutdatedPlant } from './plant.ts';
import { contentsOutdated } from './rule.ts';

testRule(contentsOutdated, {
  plant: contentsOutdatedPlant,
  valid: [
    {
      name: 'a list of links that is no table of contents',
      example: report('# R', '- [one](#a)\n- [two](#b)\n- [three](#c)', '## A', 'T.', '## B', 'T.', '## C', 'T.'),
    },
    { name: 'numbers', example: report('# R', '- [1. A](#a)\n- [2. B](#b)\n- [3. C](#c)', '## A', 'T.', '## B', 'T.', '## C', 'T.') },
  ],
  invalid: [
    {
      name: 'a heading that is gone',
      example: report('# R', '- [A](#a)\n- [B](#b)\n- [D](#d)', '## A', 'T.', '## B', 'T.'),
      findings: [{ messageId: 'gone', excerpt: 'D', certainty: 'likely' }],
    },
  ],
});
