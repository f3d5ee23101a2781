import { testRule } from '@preflag/testing/rule-tester';
import { abbreviationExplainedTwicePlant } from './plant.ts';
import { abbreviationExplainedTwice } from './rule.ts';

const text = (...blocks: readonly string[]): { files: { 'a.md': string } } => ({ files: { 'a.md': `${blocks.join('\n\n')}\n` } });

testRule(abbreviationExplainedTwice, {
  plant: abbreviationExplainedTwicePlant,
  valid: [
    {
      name: 'a summary explains on its own',
      example: text('# Summary', 'The World Bank Group (WBG) says so.', '# Loans', 'The World Bank Group (WBG) lends.'),
    },
    { name: 'two things of one abbreviation', example: text('The prime minister (PM) met the project manager (PM).') },
    { name: 'brackets that explain nothing', example: text('In the north (NE) and in the north (NE) it rose (UK), it fell (UK).') },
    {
      name: 'a source that has it in its title',
      example: text('The gross domestic product (GDP).', '# References', '[1] On gross domestic product (GDP).'),
    },
  ],
  invalid: [
    {
      name: 'with small words between, and as a plural',
      example: text('Many Ministries of Foreign Affairs (MFAs) agreed.', 'Some Ministries of Foreign Affairs (MFAs) did not.'),
      findings: [{ messageId: 'twice', message: "'MFA' is explained again: 'Ministries of Foreign Affairs'", certainty: 'hint' }],
    },
  ],
});
