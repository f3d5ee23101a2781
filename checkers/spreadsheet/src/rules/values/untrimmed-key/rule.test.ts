import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { untrimmedKeyPlant } from './plant.ts';
import { untrimmedKey } from './rule.ts';

testRule(untrimmedKey, {
  plant: untrimmedKeyPlant,
  valid: [
    { name: 'a csv with a space behind each comma', example: { files: { 'a.csv': 'x, code\na, 1\nb, 2\nc, 3\n' } } },
    {
      name: 'a remark that ends in a space',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [
              ['Name', 'Note'],
              ['a', 'first '],
              ['b', 'second'],
              ['c', 'x'],
              ['d', 'y'],
              ['e', 'z'],
            ],
          }),
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'a code with a line end',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({ S: [['Code', 'n'], ...['A', 'B\n', 'C', 'D', 'E', 'F'].map((code, index) => [code, index])] }),
        },
      }),
      findings: [{ messageId: 'key', message: "'B ' in 'Code' has white space at its ends" }],
    },
  ],
});
