import { testRule } from '@preflag/testing/rule-tester';
import { raggedRowsPlant } from './plant.ts';
import { raggedRows } from './rule.ts';

testRule(raggedRows, {
  plant: raggedRowsPlant,
  valid: [
    { name: 'empty cells too many at the end', example: { files: { 'a.csv': 'a,b\n1,2,,\n3,4\n' } } },
    { name: 'a title above the table', example: { files: { 'a.csv': 'Sales,\na,b,c\n1,2,3\n4,5,6\n' } } },
    { name: 'blank lines', example: { files: { 'a.csv': 'a,b\n1,2\n\n3,4\n' } } },
    { name: 'a note below the table', example: { files: { 'a.csv': 'a,b,c\n1,2,3\n4,5,6\n\nSource: the survey\n' } } },
  ],
  invalid: [
    {
      name: 'a row with another delimiter',
      example: { files: { 'a.csv': 'id,name,city\n1,Ann,Rome\n2;Bob;Oslo\n3,Cem,Bonn\n' } },
      findings: [
        {
          messageId: 'delimiter',
          certainty: 'likely',
          message: 'Line 3 parts its 3 cells with semicolons, and the file parts them with commas',
          at: { kind: 'cell', range: 'A3' },
        },
      ],
    },
    {
      name: 'a row that ends early',
      example: { files: { 'a.csv': 'a,b,c\n1,2,3\n4\n5,6,7\n' } },
      findings: [{ messageId: 'shorter', certainty: 'hint', message: 'Line 3 ends after 1 of 3 cells' }],
    },
  ],
});
