import { editParts, workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { macroPresentPlant } from './plant.ts';
import { macroPresent } from './rule.ts';

testRule(macroPresent, {
  plant: macroPresentPlant,
  valid: [
    {
      name: 'a part of that name that nothing refers to',
      example: async () => ({
        files: { 'a.xlsx': editParts(await workbookOf({ S: [['x']] }), (parts) => void (parts['xl/vbaProject.xml'] = '<a/>'))! },
      }),
    },
  ],
  invalid: [],
});
