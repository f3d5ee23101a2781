import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { numberRoundedPlant } from './plant.ts';
import { numberRounded } from './rule.ts';

const csv = (numbers: readonly string[]): string => `id,v\n${numbers.map((number, index) => `k${index},${number}`).join('\n')}\n`;
const pair = (before: readonly string[], after: readonly string[]): Example => ({
  files: { 'a.csv': csv(after) },
  beside: { 'b.csv': csv(before) },
  job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id' } }] },
});

testRule(numberRounded, {
  plant: numberRoundedPlant,
  valid: [
    { name: 'other numbers', example: pair(['1.25', '2'], ['1.4', '3']) },
    { name: 'more decimals', example: pair(['1.2'], ['1.25']) },
    { name: 'a number that is nearly the same, and of no narrower kind', example: pair(['2.55'], ['2.5499999']) },
    { name: 'versions', example: pair(['1.2.3'], ['1.2']) },
  ],
  invalid: [
    {
      name: 'a number of 32 bits',
      example: pair(['2.55', '0.5'], ['2.549999952316284', '0.5']),
      findings: [
        {
          messageId: 'narrowed',
          certainty: 'likely',
          message: "'v' of 'k0' was 2.55 and is now 2.549999952316284, which is what is left of it in a number of 32 bits",
        },
      ],
    },
    { name: 'one', example: pair(['1.256', '2'], ['1.26', '2']), findings: [{ messageId: 'single', certainty: 'hint' }] },
    {
      name: 'three',
      example: pair(['1.256', '2.111', '-3.999'], ['1.26', '2.11', '-4.00']),
      findings: [
        { messageId: 'several', message: "'v' of 'k0' was 1.256 and is now 1.26, as are 3 numbers of the column with fewer decimals" },
        { messageId: 'several' },
        { messageId: 'several' },
      ],
    },
  ],
});
