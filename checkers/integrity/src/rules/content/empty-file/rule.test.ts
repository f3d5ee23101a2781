import { testRule } from '@preflag/testing/rule-tester';
import { emptyFilePlant } from './plant.ts';
import { emptyFile } from './rule.ts';

testRule(emptyFile, {
  plant: emptyFilePlant,
  valid: [{ name: 'a marker file', example: { files: { 'a.md': 'x\n', 'pkg/__init__.py': '', '.gitkeep': '' } } }],
  invalid: [
    {
      name: 'an empty workbook',
      example: { files: { 'a.xlsx': '' } },
      findings: [{ messageId: 'empty', file: 'a.xlsx', message: 'The file a.xlsx is empty (0 bytes)' }],
    },
  ],
});
