import { testRule } from '@preflag/testing/rule-tester';
import { formulaInjectionPlant } from './plant.ts';
import { formulaInjection } from './rule.ts';

testRule(formulaInjection, {
  plant: formulaInjectionPlant,
  valid: [
    { name: 'signs and dashes', example: { files: { 'a.csv': 'a,b\n-,--\n=,== Title ==\n+,+/-\n-1.5e3,-50%\n' } } },
    { name: 'names and lists', example: { files: { 'a.csv': 'a,b\n@preflag/core,- item (one)\n-Anna (Bob),+ tax\n' } } },
  ],
  invalid: [
    {
      name: 'a sum',
      example: { files: { 'a.csv': 'a,b\n1,=SUM(A2:A9)\n2,+A2*2\n3,@SUM(A1)\n' } },
      findings: [
        { messageId: 'formula', message: "'=SUM(A2:A9)' becomes a formula when a spreadsheet program opens the file" },
        { messageId: 'formula', at: { kind: 'cell', range: 'B4' } },
      ],
    },
  ],
});
