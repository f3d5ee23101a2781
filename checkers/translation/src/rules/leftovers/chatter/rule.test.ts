import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { chatterPlant } from './plant.ts';
import { chatter } from './rule.ts';

const SOURCE = 'The rents of the town have risen again.';

testRule(chatter, {
  plant: chatterPlant,
  valid: [
    {
      name: 'a source about translating',
      example: messagePair('Here is the translation of the contract.', 'Hier ist die Übersetzung des Vertrags.'),
    },
    { name: 'an apology', example: messagePair('I am sorry, but I cannot come.', 'Es tut mir leid, aber ich kann nicht kommen.') },
    { name: 'here is something else', example: messagePair('Here is the map of the town.', 'Hier ist die Karte der Stadt.') },
    { name: 'a fence that the source has', example: messagePair('```js\nlet a;\n```', '```js\nlet a;\n```') },
    { name: 'a model of language as a topic', example: messagePair('It serves as a language model.', 'Es dient als Sprachmodell.') },
  ],
  invalid: [
    {
      name: 'Chinese',
      example: messagePair(SOURCE, '以下是翻译：该镇的租金再次上涨。', 'zh'),
      findings: [{ messageId: 'preface', certainty: 'certain', excerpt: '以下是翻译' }],
    },
    {
      name: 'Russian',
      example: messagePair(SOURCE, 'Конечно! Вот перевод: Аренда снова выросла.', 'ru'),
      findings: [{ messageId: 'preface' }],
    },
    {
      name: 'a paragraph of its own',
      example: documentPair(`# Rents\n\n${SOURCE}`, '# Mieten\n\nHier ist die Übersetzung:\n\nDie Mieten der Stadt sind erneut gestiegen.'),
      findings: [{ messageId: 'preface', excerpt: 'Hier ist die Übersetzung' }],
    },
    {
      name: 'a fence',
      example: messagePair(SOURCE, '```\nDie Mieten der Stadt sind erneut gestiegen.\n```'),
      findings: [{ messageId: 'fence' }],
    },
  ],
});
