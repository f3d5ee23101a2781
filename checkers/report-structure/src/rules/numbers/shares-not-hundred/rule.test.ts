import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { sharesNotHundredPlant } from './plant.ts';
import { sharesNotHundred } from './rule.ts';

testRule(sharesNotHundred, {
  plant: sharesNotHundredPlant,
  valid: [
    {
      name: 'rounded shares',
      example: report([
        ['a', 'Share'],
        ['x', '33 %'],
        ['y', '33 %'],
        ['z', '33 %'],
      ]),
    },
    {
      name: 'growth',
      example: report([
        ['a', 'Growth'],
        ['x', '33 %'],
        ['y', '43 %'],
        ['z', '33 %'],
      ]),
    },
    {
      name: 'several answers',
      example: report([
        ['a (multiple answers)', 'Share'],
        ['x', '63 %'],
        ['y', '33 %'],
        ['z', '13 %'],
      ]),
    },
    {
      name: 'the largest only',
      example: report([
        ['a', 'Share'],
        ['x', '13 %'],
        ['y', '13 %'],
        ['z', '13 %'],
      ]),
    },
  ],
  invalid: [
    {
      name: 'a total that says so',
      example: report([
        ['a', 'Homes'],
        ['x', '33 %'],
        ['y', '43 %'],
        ['z', '33 %'],
        ['Total', '100 %'],
      ]),
      findings: [{ messageId: 'sum', message: "The shares under 'Homes' add up to 109 %", certainty: 'likely' }],
    },
    {
      name: 'German',
      example: report([
        ['a', 'Anteil (%)'],
        ['x', '33,5'],
        ['y', '43,5'],
        ['z', '33,0'],
      ]),
      findings: [{ messageId: 'sum' }],
    },
  ],
});
