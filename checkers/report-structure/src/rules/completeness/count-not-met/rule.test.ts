import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { countNotMetPlant } from './plant.ts';
import { countNotMet } from './rule.ts';

testRule(countNotMet, {
  plant: countNotMetPlant,
  valid: [
    { name: 'nested items', example: report('# R', 'There are two steps:', '- One\n  - more\n  - and more\n- Two') },
    { name: 'no list behind', example: report('# R', 'There are two steps:', 'First, and then.') },
    { name: 'a number in the list itself', example: report('# R', 'The three steps are done.', '- One') },
    { name: 'code between the items', example: report('# R', 'There are two ways:', '- One', '```\ncode\n```', '- Two') },
  ],
  invalid: [
    {
      name: 'a list in the next section',
      example: report('# R', 'There are two ways:', '- One', '## S', '- Other'),
      findings: [{ messageId: 'count' }],
    },
    {
      name: 'in German',
      example: report('# R', 'Es gibt drei wichtige Gründe:', '- A\n- B\n- C\n- D'),
      findings: [{ messageId: 'count', message: "The text says 'drei Gründe', and the list has 4 items" }],
    },
  ],
});
