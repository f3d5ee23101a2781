import { testRule } from '@preflag/testing/rule-tester';
import { mixedListPunctuationPlant } from './plant.ts';
import { mixedListPunctuation } from './rule.ts';

testRule(mixedListPunctuation, {
  plant: mixedListPunctuationPlant,
  valid: [
    { name: 'a list of four', example: { files: { 'a.md': '- a.\n- b.\n- c.\n- d\n' } } },
    { name: 'a list that is one sentence', example: { files: { 'a.md': '- a\n- b\n- c\n- d\n- or e.\n' } } },
    { name: 'half and half', example: { files: { 'a.md': '- a.\n- b.\n- c.\n- d\n- e\n- f\n' } } },
    { name: 'two lists', example: { files: { 'a.md': '- a.\n- b.\n- c.\n- d.\n\nWords:\n\n- e\n- f\n- g\n' } } },
    {
      name: 'citations behind full stops',
      example: { files: { 'a.md': '- a.\n- b. [5]\n- c.\n- d. [1, 2] [7]\n- e.[^1]\n- f.²\n\n[^1]: g\n' } },
    },
    { name: 'parents and code', example: { files: { 'a.md': '- a:\n  - one\n  - two\n- b.\n- c.\n- d.\n- e.\n- f.\n- `g`\n' } } },
  ],
  invalid: [
    {
      name: 'one with a full stop',
      example: { files: { 'a.md': '1. a\n2. b\n3. c.\n4. d\n5. e\n' } },
      findings: [{ messageId: 'mixed', message: "1 of 5 items of a list end with a full stop, and the rest without a full stop: 'c.'" }],
    },
  ],
});
