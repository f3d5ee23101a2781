import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { unknownFunctionPlant } from './plant.ts';
import { unknownFunction } from './rule.ts';

const formulas = async (...texts: readonly string[]): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': await workbookOf({ S: [[1, 2], ...texts.map((formula) => [{ formula, result: 1 }])] }, (workbook) =>
      workbook.definedNames.add('S!$A$1', 'TwiceOf'),
    ),
  },
});

testRule(unknownFunction, {
  plant: unknownFunctionPlant,
  valid: [
    {
      name: 'newer functions as they are stored',
      example: () => formulas('_xlfn.CONCAT(A1)', '_xlfn._xlws.SORT(A1:B1)', '_xlfn.STDEV.S(A1:B1)'),
    },
    { name: 'small letters', example: () => formulas('sum(A1:B1)', 'Round(A1,2)') },
    { name: 'a name that is defined', example: () => formulas('TwiceOf(3)') },
    { name: 'parameters and add-ins, which have prefixes', example: () => formulas('_xlfn.LET(_xlpm.f,1,_xlpm.f(2))', '_xll.RATES(A1)') },
    { name: 'in a text', example: () => formulas('"see SUMME("&A1') },
  ],
  invalid: [
    {
      name: 'each function once',
      example: () => formulas('TEXTJOIN(",",TRUE,A1:B1)', 'TEXTJOIN(";",TRUE,A1:B1)'),
      findings: [
        {
          messageId: 'prefix-missing',
          certainty: 'certain',
          message:
            'The function TEXTJOIN in =TEXTJOIN(",",TRUE,A1:B1) is stored without the prefix _xlfn. that the file format asks for, and shows #NAME? until somebody types it anew',
        },
      ],
    },
    {
      name: 'what Google Sheets leaves',
      example: () => formulas('IFERROR(__xludf.DUMMYFUNCTION("QUERY(A1:B1)"),5)'),
      findings: [{ messageId: 'other-program', certainty: 'likely' }],
    },
    {
      name: 'a name that is misspelt',
      example: () => formulas('AVERAG(A1:B1)'),
      findings: [{ messageId: 'unknown', certainty: 'likely', message: 'There is no function AVERAG, which =AVERAG(A1:B1) calls' }],
    },
  ],
});
