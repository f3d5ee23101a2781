import { testRule } from '@preflag/testing/rule-tester';
import { messagePair, poExample } from '../../../pair-plants.ts';
import { pluralFormsPlant } from './plant.ts';
import { pluralForms } from './rule.ts';

const ENGLISH = { item_one: '{{count}} item', item_other: '{{count}} items' };
const po = (...forms: string[]): string =>
  `msgid "%d file"\nmsgid_plural "%d files"\n${forms.map((text, form) => `msgstr[${form}] "${text}"`).join('\n')}`;

const RUSSIAN = 'n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2';

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
    { name: 'one form of Turkish', example: poExample([po('%d dosya')], { language: 'tr', header: 'tr', plurals: 1, formula: '0' }) },
    {
      name: 'four forms of Russian',
      example: poExample([po('%d a', '%d b', '%d c', '%d d')], { language: 'ru', header: 'ru', plurals: 4, formula: RUSSIAN }),
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
    {
      name: 'the formula of Russian in Czech',
      example: poExample([po('%d a', '%d b', '%d c')], { language: 'cs', header: 'cs', plurals: 3, formula: RUSSIAN }),
      findings: [
        {
          messageId: 'formulaOther',
          certainty: 'likely',
          message:
            'The formula of Plural-Forms picks the same form for 21 as for 1, which Czech tells apart: it is the formula of another language',
        },
      ],
    },
    {
      name: 'a formula with more forms than announced',
      example: poExample([po('%d a', '%d b')], { formula: 'n == 1 ? 0 : n == 2 ? 1 : 2' }),
      findings: [
        {
          messageId: 'formulaOutside',
          certainty: 'certain',
          message: 'For 0 the formula of Plural-Forms picks a form beyond the 2 that the header announces (nplurals)',
        },
      ],
    },
    {
      name: 'no formula',
      example: poExample([po('%d a', '%d b')], { formula: 'n isnt 1' }),
      findings: [{ messageId: 'formulaUnreadable', certainty: 'certain' }],
    },
  ],
});
