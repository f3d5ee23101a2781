import { testRule } from '@preflag/testing/rule-tester';
import { messagePair, poExample } from '../../../pair-plants.ts';
import { pluralFormsPlant } from './plant.ts';
import { pluralForms } from './rule.ts';

const ENGLISH = { item_one: '{{count}} item', item_other: '{{count}} items' };
const po = (...forms: string[]): string =>
  `msgid "%d file"\nmsgid_plural "%d files"\n${forms.map((text, form) => `msgstr[${form}] "${text}"`).join('\n')}`;

testRule(pluralForms, {
  plant: pluralFormsPlant,
  valid: [
    {
      name: 'the forms of Polish',
      example: messagePair(
        ENGLISH,
        { item_one: '{{count}} a', item_few: '{{count}} b', item_many: '{{count}} c', item_other: '{{count}} d' },
        'pl',
      ),
    },
    { name: 'millions in French', example: messagePair(ENGLISH, { item_one: '{{count}} a', item_other: '{{count}} b' }, 'fr') },
    { name: 'the only form of Japanese', example: messagePair(ENGLISH, { item_other: '{{count}} a' }, 'ja') },
    {
      name: 'a form that the source has is missing: a text that is missing',
      example: messagePair(ENGLISH, { item_other: '{{count}} a' }, 'de'),
    },
    {
      name: 'keys that end like forms',
      example: messagePair({ step_one: 'First', step_two: 'Then' }, { step_one: 'Erst', step_two: 'Dann' }),
    },
    { name: 'two forms of German', example: poExample([po('%d Datei', '%d Dateien')]) },
    { name: 'one form of Turkish', example: poExample([po('%d dosya')], { language: 'tr', header: 'tr', plurals: 1 }) },
    {
      name: 'four forms of Russian',
      example: poExample([po('%d a', '%d b', '%d c', '%d d')], { language: 'ru', header: 'ru', plurals: 4 }),
    },
  ],
  invalid: [
    {
      name: 'the forms of English in Polish',
      example: messagePair(ENGLISH, { item_one: '{{count}} a', item_other: '{{count}} b' }, 'pl'),
      findings: [
        { messageId: 'missing', message: "'/item' has no form 'many', which Polish needs" },
        { messageId: 'missing', message: "'/item' has no form 'few', which Polish needs" },
      ],
    },
    {
      name: 'a form that Japanese has not',
      example: messagePair(ENGLISH, { item_one: '{{count}} a', item_other: '{{count}} b' }, 'ja'),
      findings: [{ messageId: 'unused', certainty: 'hint' }],
    },
  ],
});
