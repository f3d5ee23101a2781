import { testRule } from '@preflag/testing/rule-tester';
import { placeholderTextPlant } from './plant.ts';
import { placeholderText } from './rule.ts';

testRule(placeholderText, {
  plant: placeholderTextPlant,
  valid: [
    {
      name: 'words in sentences',
      example: { files: { 'a.csv': 'a,b\nAll is to be determined by law,XX\nmark [1],see [insertion sort]\n' } },
    },
  ],
  invalid: [
    {
      name: 'words that may be an answer are hints',
      example: { files: { 'a.csv': 'task,date\nShip it,TBD\nPay,TODO: ask Ann\nName,Placeholder\n' } },
      findings: [
        { messageId: 'placeholder', message: "The cell holds the placeholder 'Placeholder'", certainty: 'likely' },
        { messageId: 'open', message: "The cell says 'TBD'", certainty: 'hint', at: { kind: 'cell', range: 'B2' } },
        { messageId: 'open', message: "The cell says 'TODO: ask Ann'" },
      ],
    },
  ],
});
