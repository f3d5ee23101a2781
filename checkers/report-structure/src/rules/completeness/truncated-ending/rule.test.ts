import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { truncatedEndingPlant } from './plant.ts';
import { truncatedEnding } from './rule.ts';

testRule(truncatedEnding, {
  plant: truncatedEndingPlant,
  valid: [
    { name: 'a credit without a full stop', example: report('# R', 'Written by the department for housing and rents of the town of Ulm') },
    {
      name: 'a list of sources',
      example: report('# R', 'Text.', '## References', '- Miller, A. (2020): Rents in the regions of the north (Ulm and'),
    },
    { name: 'closed code', example: report('# R', 'Text.', '```js\na\nb\n```') },
    { name: 'a link', example: report('# R', 'For all of the figures on rents and homes look at <https://one.org/a>') },
  ],
  invalid: [
    {
      name: 'an open bracket',
      example: report('# R', 'Wages rose in most regions of the country as well (see the figures for Ulm'),
      findings: [{ messageId: 'word', certainty: 'likely' }],
    },
    { name: 'an open fence', example: report('# R', 'Text.', '```js\na\nb'), findings: [{ messageId: 'fence' }] },
  ],
});
