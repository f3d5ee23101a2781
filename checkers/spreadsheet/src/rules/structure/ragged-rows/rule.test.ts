import { testRule } from '@preflag/testing/rule-tester';
import { raggedRowsPlant } from './plant.ts';
import { raggedRows } from './rule.ts';

testRule(raggedRows, {
  plant: raggedRowsPlant,
  valid: [
    { name: 'empty cells too many at the end', example: { files: { 'a.csv': 'a,b\n1,2,,\n3,4\n' } } },
    { name: 'a title and a comment above the table', example: { files: { 'a.csv': '# 2024\nSales,\na,b,c\n1,2,3\n4,5,6\n' } } },
    { name: 'blank lines', example: { files: { 'a.csv': 'a,b\n1,2\n\n3,4\n' } } },
    { name: 'a note below the table', example: { files: { 'a.csv': 'a,b,c\n1,2,3\n4,5,6\n\nSource: the survey\n' } } },
  ],
  invalid: [
    {
      name: 'a header that is short of a name',
      example: { files: { 'a.csv': 'name,city\n1,Ann,Rome\n2,Bob,Oslo\n3,Cem,Bonn\n4,Dea,Bern\n' } },
      findings: [{ messageId: 'most', message: '4 of 4 rows have 3 cells, and the header has 2', at: { kind: 'cell', range: 'A1' } }],
    },
    {
      name: 'few rows, each of another length',
      example: { files: { 'a.csv': 'id,name,age\n1101,John\n1102,Julie,26,Potatoes\n' } },
      findings: [
        { messageId: 'longer', message: 'Line 3 has 4 cells, and the header has 3', at: { kind: 'cell', range: 'A3' } },
        { messageId: 'shorter', at: { kind: 'cell', range: 'A2' } },
      ],
    },
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
