import { testRule } from '@preflag/testing/rule-tester';
import { brandNameMisspeltPlant } from './plant.ts';
import { brandNameMisspelt } from './rule.ts';

testRule(brandNameMisspelt, {
  plant: brandNameMisspeltPlant,
  valid: [
    {
      name: 'right names, addresses, code, capitals, beginnings',
      example: { files: { 'a.md': 'GitHub and eBay. EBay is old. See github.com/x, `github`, @github, GITHUB and javascript-like.\n' } },
    },
  ],
  invalid: [
    {
      name: 'small letters',
      example: { files: { 'a.md': 'It is written in javascript.\n' } },
      findings: [{ messageId: 'name', message: "'javascript' is written 'JavaScript' by its owner", certainty: 'hint' }],
    },
  ],
});
