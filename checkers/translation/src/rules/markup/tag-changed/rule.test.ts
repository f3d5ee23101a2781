import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { tagChangedPlant } from './plant.ts';
import { tagChanged } from './rule.ts';

testRule(tagChanged, {
  plant: tagChangedPlant,
  valid: [
    { name: 'another order', example: messagePair('<0>Save</0> or <1>close</1>', '<1>Schließen</1> oder <0>speichern</0>') },
    { name: 'two ways to write a break', example: messagePair('One<br>two', 'Eins<br />zwei') },
    { name: 'an attribute', example: messagePair('<a title="Help">Help</a>', '<a title="Hilfe">Hilfe</a>') },
    { name: 'comparisons', example: messagePair('If a < b and c > d', 'Wenn a<b und c>d') },
    { name: 'a source that is broken too', example: messagePair('A <b>bold word', 'Ein <b>fettes Wort') },
  ],
  invalid: [
    {
      name: 'a handler',
      example: messagePair('<a>Help</a>', '<a onclick="go()">Hilfe</a>'),
      findings: [{ messageId: 'unsafe', certainty: 'certain', excerpt: 'onclick' }],
    },
    {
      name: 'a name that was translated',
      example: messagePair('<em>Help</em>', '<hervor>Hilfe</hervor>'),
      findings: [{ messageId: 'missing' }, { messageId: 'missing' }, { messageId: 'added' }, { messageId: 'added' }],
    },
    {
      name: 'a document',
      example: documentPair('Press <kbd>Enter</kbd> now.', 'Drücken Sie jetzt Enter.'),
      findings: [{ messageId: 'inProse', certainty: 'likely' }],
    },
  ],
});
