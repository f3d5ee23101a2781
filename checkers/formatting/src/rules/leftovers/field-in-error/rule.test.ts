import { testRule } from '@preflag/testing/rule-tester';
import { fieldInErrorPlant } from './plant.ts';
import { fieldInError } from './rule.ts';

testRule(fieldInError, {
  plant: fieldInErrorPlant,
  valid: [
    { name: 'other errors', example: { files: { 'a.md': 'Error! It did not start. The reference source was not found.\n' } } },
    {
      name: 'quoted',
      example: { files: { 'a.md': 'Word shows “Error! Reference source not found.” and `Error! Bookmark not defined.`\n' } },
    },
  ],
  invalid: [
    {
      name: 'in Chinese',
      example: { files: { 'a.md': '见错误！未找到引用源。\n' } },
      findings: [{ messageId: 'error', message: "A field shows '错误！未找到引用源。'", certainty: 'certain' }],
    },
  ],
});
