import { testRule } from '@preflag/testing/rule-tester';
import { tableWithoutRowsPlant } from './plant.ts';
import { tableWithoutRows } from './rule.ts';

testRule(tableWithoutRows, {
  plant: tableWithoutRowsPlant,
  valid: [
    { name: 'one row', example: { files: { 'a.csv': 'a,b\n1,2\n' } } },
    { name: 'blank lines: another rule says so', example: { files: { 'a.csv': '\n\n\n' } } },
    { name: 'no header', example: { files: { 'a.csv': '1,2\n' } } },
  ],
  invalid: [
    {
      name: 'a header',
      example: { files: { 'a.csv': 'id,name\n' } },
      findings: [{ messageId: 'header', message: 'The file has a header of 2 columns and no row below it' }],
    },
  ],
});
