import { testRule } from '@preflag/testing/rule-tester';
import { leadingZerosLostPlant } from './plant.ts';
import { leadingZerosLost } from './rule.ts';

const csv = (header: string, codes: readonly string[]): { files: { 'a.csv': string } } => ({
  files: { 'a.csv': `${header};n\n${codes.map((code) => `${code};x`).join('\n')}\n` },
});

testRule(leadingZerosLost, {
  plant: leadingZerosLostPlant,
  valid: [
    { name: 'numbers of any length', example: csv('count', ['7', '12', '130', '1400', '15000', '99999', '10000']) },
    { name: 'zeros before codes of several lengths', example: csv('value', ['01', '002', '00003', '12345', '00012']) },
    {
      name: 'running numbers',
      example: csv(
        'id',
        Array.from({ length: 120 }, (_, index) => String(index + 1)),
      ),
    },
    { name: 'longer codes', example: csv('code', ['00123', '00124', '12345', '12346', '12347', '12348', '1234567']) },
  ],
  invalid: [
    {
      name: 'one of many',
      example: csv('code', ['00123', '00124', '12345', '125', '12347', '12348', '12349']),
      findings: [
        {
          messageId: 'shorter',
          message: "125 in 'code' has 3 digits, and 6 others have 5 with zeros before them where needed",
          at: { kind: 'cell', range: 'A5' },
        },
      ],
    },
    {
      name: 'postal codes that all lost their zeros',
      example: csv('ZIP code', ['10115', '2138', '20095', '53111', '80331', '28195', '40210']),
      findings: [{ messageId: 'postal', certainty: 'hint', at: { kind: 'cell', range: 'A3' } }],
    },
  ],
});
