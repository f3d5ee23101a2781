import { testRule } from '@preflag/testing/rule-tester';
import { mixedCurrencyNotationPlant } from './plant.ts';
import { mixedCurrencyNotation } from './rule.ts';

testRule(mixedCurrencyNotation, {
  plant: mixedCurrencyNotationPlant,
  valid: [
    { name: 'several currencies', example: { files: { 'a.md': 'It was €900, €920, £800, £820, US$ 700 and US$ 720, or $5 and CA$6.\n' } } },
    { name: 'one slip', example: { files: { 'a.md': 'It was €900, €920, €930, €940 and 950 €.\n' } } },
  ],
  invalid: [
    {
      name: 'pounds',
      example: { files: { 'a.md': 'It was £900, £910, £920, then 930 GBP and 940 GBP.\n' } },
      findings: [{ messageId: 'mixed', message: "2 amounts in GBP are written like '100 GBP', and 3 like '£100'" }],
    },
  ],
});
