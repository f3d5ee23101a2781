import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { escapeChangedPlant } from './plant.ts';
import { escapeChanged } from './rule.ts';

const raw = String.raw;

testRule(escapeChanged, {
  plant: escapeChangedPlant,
  valid: [
    { name: 'line breaks, which the format writes as escapes', example: messagePair('One.\nTwo.', 'Eins. Zwei.') },
    { name: 'paths', example: messagePair(raw`Copy C:\temp\new here`, raw`Hierher kopieren: C:\temp\neu`) },
    { name: 'a backslash of its own', example: messagePair(raw`Write \\n for a new line`, raw`Für eine neue Zeile: \\n`) },
    { name: 'a document', example: documentPair(raw`Write a\\n.`, 'Schreib.') },
  ],
  invalid: [
    {
      name: 'escapes that became a line break',
      example: messagePair(raw`First\nSecond\nThird`, 'Erstens\nZweitens\nDrittens'),
      findings: [{ messageId: 'missing', certainty: 'likely', message: raw`The source has \n 2 times, the translation nowhere` }],
    },
  ],
});
