import { testRule } from '@preflag/testing/rule-tester';
import { headingEndsInPunctuationPlant } from './plant.ts';
import { headingEndsInPunctuation } from './rule.ts';

testRule(headingEndsInPunctuation, {
  plant: headingEndsInPunctuationPlant,
  valid: [
    {
      name: 'questions, abbreviations, numbers',
      example: { files: { 'a.md': '# What now?\n\n## Go!\n\n## Acme Inc.\n\n## And so on...\n\n## 3.\n' } },
    },
    { name: 'sentences on purpose', example: { files: { 'a.md': '# Rents rose.\n\n## Prices fell.\n\n## Wages stood.\n' } } },
  ],
  invalid: [
    {
      name: 'in Chinese',
      example: { files: { 'a.md': '# 租金\n\n## 价格：\n\n## 工资\n' } },
      findings: [{ messageId: 'mark', message: "The heading '价格：' ends in '：'" }],
    },
  ],
});
