import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { brokenReferencePlant } from './plant.ts';
import { brokenReference } from './rule.ts';

/** exceljs drops broken names, so they are written into the part itself. */
async function withNames(names: string): Promise<Uint8Array> {
  const entries = unzipSync(await workbookOf({ S: [['x', 1]] }));
  const part = strFromU8(entries['xl/workbook.xml']!).replace('<calcPr', `<definedNames>${names}</definedNames><calcPr`);
  return zipSync({ ...entries, 'xl/workbook.xml': strToU8(part) });
}

testRule(brokenReference, {
  plant: brokenReferencePlant,
  valid: [
    {
      name: 'a formula that compares with the text of an error',
      example: async () => ({ files: { 'a.xlsx': await workbookOf({ S: [['x', { formula: 'IF(A1="#REF!",1,0)', result: 0 }]] }) } }),
    },
    {
      name: 'a name that a program hides',
      example: async () => ({
        files: { 'a.xlsx': await withNames('<definedName name="_xlnm.Print_Area" hidden="1">#REF!</definedName>') },
      }),
    },
  ],
  invalid: [
    {
      name: 'a column of formulas is one finding',
      example: async () => ({
        files: {
          'a.xlsx': await workbookOf({
            S: [['x', 'y'], ...[2, 3, 4].map((row) => [row, { formula: `IFERROR(A${row}*#REF!,0)`, result: 0 }] as const)],
          }),
        },
      }),
      findings: [
        {
          messageId: 'formula',
          at: { kind: 'cell', sheet: 'S', range: 'B2:B4' },
          message: 'The formula =IFERROR(A2*#REF!,0) refers to cells that were deleted (#REF!)',
        },
      ],
    },
    {
      name: 'a name',
      example: async () => ({ files: { 'a.xlsx': await withNames('<definedName name="Rates">S!#REF!</definedName>') } }),
      findings: [{ messageId: 'name', message: "The name 'Rates' refers to cells that were deleted: S!#REF!" }],
    },
  ],
});
