import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { hiddenDataPlant } from './plant.ts';
import { hiddenData } from './rule.ts';

testRule(hiddenData, {
  plant: hiddenDataPlant,
  valid: [
    {
      name: 'a hidden sheet without cells',
      example: async () => ({
        files: { 'a.xlsx': await workbookOf({ S: [['x']], T: [] }, (workbook) => void (workbook.getWorksheet('T')!.state = 'hidden')) },
      }),
    },
  ],
  invalid: [],
});
