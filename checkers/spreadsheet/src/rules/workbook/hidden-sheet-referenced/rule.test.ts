import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { hiddenSheetReferencedPlant } from './plant.ts';
import { hiddenSheetReferenced } from './rule.ts';

const withHidden = async (formula: string): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': await workbookOf(
      { S: [[{ formula, result: 1 }]], Lists: [['x']], 'Old Lists': [['y']] },
      (workbook) => void (workbook.getWorksheet('Lists')!.state = 'veryHidden'),
    ),
  },
});

testRule(hiddenSheetReferenced, {
  plant: hiddenSheetReferencedPlant,
  valid: [
    { name: 'a sheet whose name ends alike', example: () => withHidden("'Old Lists'!A1") },
    { name: 'the name in a text', example: () => withHidden('"Lists!A1"') },
  ],
  invalid: [
    {
      name: 'in another case, inside of a function',
      example: () => withHidden('IF(lists!A1="x",1,2)'),
      findings: [{ messageId: 'hidden', at: { kind: 'cell', sheet: 'S', range: 'A1' } }],
    },
  ],
});
