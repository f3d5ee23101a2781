import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { codeChangedPlant } from './plant.ts';
import { codeChanged } from './rule.ts';

testRule(codeChanged, {
  plant: codeChangedPlant,
  valid: [
    { name: 'in another place', example: documentPair('Set `a=1` before `b=2`.', 'Vor `b=2` setzen Sie `a=1`.') },
    { name: 'without its mark', example: documentPair('It is `x*2` long.', 'Es ist x*2 lang.') },
    { name: 'a value of the reader in angle brackets', example: documentPair('Type `ls <folder>`.', 'Tippen Sie `ls <Ordner>`.') },
    { name: 'a word that is not code in the translation', example: documentPair('Press `Save` now.', 'Drücken Sie jetzt auf Speichern.') },
    {
      name: 'a placeholder in a message with tags',
      example: messagePair('Relative to <code>{folder}</code>.', 'Im Verhältnis zu <code>{folder}</code>.'),
    },
    { name: 'a block of code', example: documentPair('```js\nlet a = 1; // one\n```', '```js\nlet a = 1; // eins\n```') },
  ],
  invalid: [
    {
      name: 'in a message with tags',
      example: messagePair('Set <code>msg.reset</code> first.', 'Zuerst <code>msg.zurücksetzen</code> setzen.'),
      findings: [{ messageId: 'changed', certainty: 'likely', excerpt: 'msg.zurücksetzen' }],
    },
    {
      name: 'each of two',
      example: documentPair('Use `if x == 1:` and `while y == 2:` here.', 'Hier stehen `wenn x == 1:` und `solange y == 2:`.'),
      findings: [
        {
          messageId: 'changed',
          certainty: 'likely',
          message: "The translation has the code 'wenn x == 1:' where the source has 'if x == 1:'",
          excerpt: 'wenn x == 1:',
        },
        { messageId: 'changed', excerpt: 'solange y == 2:' },
      ],
    },
  ],
});
