import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { programValueShownPlant } from './plant.ts';
import { programValueShown } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(programValueShown, {
  plant: programValueShownPlant,
  valid: [
    { name: 'words in a sentence', example: text('The behaviour is undefined here, and None of them is null.') },
    { name: 'a word in a column of words', example: text('| Register | Modifier |\n|---|---|\n| a | None |\n| b | x2 |\n| c | None |') },
    { name: 'code', example: text('| Value |\n|---|\n| `NaN` |\n\nIt prints `[object Object]` and `\\n`.') },
    { name: 'quoted', example: text('It says "[object Object]" there.') },
    { name: 'paths and formulas', example: text('The folder C:\\new\\names holds it.') },
  ],
  invalid: [
    {
      name: 'cells of a Word document',
      example: async () => ({
        files: {
          'a.docx': await docxOf([
            [
              ['Region', 'Sales'],
              ['North', 'nan'],
              ['South', '#REF!'],
              ['East', 'None'],
              ['West', '1,200.5'],
            ],
          ]),
        },
      }),
      findings: [
        { messageId: 'alone', excerpt: 'nan', message: "'nan' stands where a value should be" },
        { messageId: 'alone', excerpt: '#REF!', certainty: 'likely' },
        { messageId: 'null', excerpt: 'None', certainty: 'hint' },
      ],
    },
  ],
});
