import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import type { DataValidation } from 'exceljs';
import { validationBrokenPlant } from './plant.ts';
import { validationBroken } from './rule.ts';

/** A column B of values under one validation, and a list on another sheet. */
const validated = async (
  validation: DataValidation,
  ...values: readonly (string | number | Date)[]
): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': await workbookOf(
      { S: [['k', 'v'], ...values.map((value) => ['x', value] as const)], Lists: [['North'], ['South'], ['3']] },
      (workbook) => {
        for (const [index] of values.entries()) workbook.getWorksheet('S')!.getCell(index + 2, 2).dataValidation = validation;
      },
    ),
  },
});

testRule(validationBroken, {
  plant: validationBrokenPlant,
  valid: [
    {
      name: 'other case, white space, and a number of the list',
      example: () => validated({ type: 'list', formulae: ['Lists!$A$1:$A$3'], showErrorMessage: true }, 'NORTH', 'south ', 3),
    },
    {
      name: 'a validation that only warns',
      example: () => validated({ type: 'list', formulae: ['"a,b"'], errorStyle: 'warning', showErrorMessage: true }, 'c'),
    },
    {
      name: 'a list with blank cells',
      example: () => validated({ type: 'list', allowBlank: true, formulae: ['Lists!$A$1:$A$9'], showErrorMessage: true }, 'c'),
    },
    {
      name: 'a bound that is a formula',
      example: () => validated({ type: 'whole', operator: 'lessThan', formulae: ['A1*2'], showErrorMessage: true }, 5),
    },
  ],
  invalid: [
    {
      name: 'a list on another sheet',
      example: () => validated({ type: 'list', formulae: ['Lists!$A$1:$A$3'], showErrorMessage: true }, 'North', 'West'),
      findings: [
        {
          messageId: 'refused',
          at: { kind: 'cell', range: 'B3' },
          message: "B3 holds 'West', and its validation allows only North, South, 3",
        },
      ],
    },
    {
      name: 'a number with decimals',
      example: () => validated({ type: 'whole', operator: 'greaterThan', formulae: [0], showErrorMessage: true }, 4, 2.5),
      findings: [{ messageId: 'refused', message: "B3 holds '2.5', and its validation allows only whole numbers above 0" }],
    },
    {
      name: 'the length of a text',
      example: () => validated({ type: 'textLength', operator: 'lessThanOrEqual', formulae: [3], showErrorMessage: true }, 'abc', 'abcd'),
      findings: [{ messageId: 'refused', message: "B3 holds 'abcd', and its validation allows only texts of a length of at most 3" }],
    },
  ],
});
