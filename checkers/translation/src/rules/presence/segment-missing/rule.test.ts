import { docxOf, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { segmentMissingPlant } from './plant.ts';
import { segmentMissing } from './rule.ts';

function pair(source: string | object, target: string | object, language = 'de'): Example {
  const extension = typeof source === 'string' ? 'md' : 'json';
  const write = (content: string | object): string => (typeof content === 'string' ? `${content}\n` : JSON.stringify(content));
  return {
    files: { [`b.${extension}`]: write(target) },
    beside: { [`a.${extension}`]: write(source) },
    job: { deliverables: [{ path: `b.${extension}`, type: 'translation', source: `a.${extension}`, language }] },
  };
}

const SOURCE =
  '# Rents\n\nRents rose most in the south.\n\n## Method\n\nThe office counted 120 leases.\n\n- Bonn\n- Cologne\n- Essen\n\n## Sources\n\nThe statistics office of the state.';
const TARGET =
  '# Mieten\n\nDie Mieten stiegen im Süden am meisten.\n\n## Methode\n\nDas Amt zählte 120 Verträge.\n\n- Bonn\n- Köln\n- Essen\n\n## Quellen\n\nDas statistische Landesamt.';
const TABLE = '| City | Rent |\n|---|---|\n| Bonn | 900 |\n| Cologne | 1,100 |\n| Essen | 700 |';

testRule(segmentMissing, {
  plant: segmentMissingPlant,
  valid: [
    { name: 'everything is there', example: pair(SOURCE, TARGET) },
    {
      name: 'plural forms that the language does not have',
      example: pair({ a: { item_one: 'One item', item_other: 'Items' } }, { a: { item_other: '項目' } }, 'ja'),
    },
    {
      name: 'plural forms that only the target has',
      example: pair(
        { a: { item_one: 'One', item_other: 'More' } },
        { a: { item_one: 'Jeden', item_few: 'Kilka', item_many: 'Wiele', item_other: 'Inne' } },
        'pl',
      ),
    },
    { name: 'signs without words', example: pair({ a: '—', b: 'Text' }, { b: 'Text' }) },
    { name: 'a comment that was not kept', example: pair(`${SOURCE}\n\n<!-- check this -->`, TARGET) },
  ],
  invalid: [
    {
      name: 'a heading with its section',
      example: pair(SOURCE, TARGET.replace(/\n\n## Quellen[^]*$/, '')),
      findings: [
        { messageId: 'missing', message: "The heading 'Sources' of the source is missing in the translation" },
        { messageId: 'unsure', certainty: 'likely' },
      ],
    },
    {
      name: 'a row of a table is one finding',
      example: pair(TABLE, '| Stadt | Miete |\n|---|---|\n| Bonn | 900 |\n| Essen | 700 |'),
      findings: [{ messageId: 'missing', message: "The table row with 'Cologne' of the source is missing in the translation" }],
    },
    {
      name: 'empty texts and a key more',
      example: pair({ a: 'Save the table', b: 'Close' }, { a: '', b: 'Schließen', c: 'Neu' }),
      findings: [
        { messageId: 'empty', message: "The translation of 'Save the table' is empty" },
        { messageId: 'extra', certainty: 'likely' },
      ],
    },
    {
      name: 'a list item of a Word document',
      example: async () => ({
        files: { 'b.docx': await docxOf(['# Städte', '- Bonn und Umland 2019', '- Essen im Ruhrgebiet 2021']) },
        beside: {
          'a.docx': await docxOf([
            '# Cities',
            '- Bonn and its surroundings 2019',
            '- Cologne, the largest of all 2020',
            '- Essen in the Ruhr 2021',
          ]),
        },
        job: { deliverables: [{ path: 'b.docx', type: 'translation', source: 'a.docx', language: 'de' }] },
      }),
      findings: [
        {
          messageId: 'unsure',
          message: "The list item 'Cologne, the largest of all 2020' of the source seems to be missing in the translation",
        },
      ],
    },
    {
      name: 'one of several list items that are alike',
      example: pair('# Pets\n\n- Big dogs\n- Old cats\n- New cows', '# Tiere\n\n- Große Hunde\n- Alte Katzen'),
      findings: [
        {
          messageId: 'unsureOneOf',
          certainty: 'likely',
          message: "One of 3 list items of the source seems to be missing in the translation: 'Big dogs', 'Old cats', 'New cows'",
        },
      ],
    },
    {
      name: 'one of many rows that are alike, which the count proves',
      example: pair(
        `| Pet |\n|---|\n${'dog cat cow pig'.replaceAll(/(\w+) ?/g, '| $1 |\n')}`,
        `| Tier |\n|---|\n${'Hund Kuh Sau'.replaceAll(/(\w+) ?/g, '| $1 |\n')}`,
      ),
      findings: [
        {
          messageId: 'missingOneOf',
          certainty: 'certain',
          message: "One of 4 table rows of the source is missing in the translation: from 'dog' to 'pig'",
        },
      ],
    },
    {
      name: 'one of several list items was added',
      example: pair('# Pets\n\n- Big dogs\n- Old cats', '# Tiere\n\n- Große Hunde\n- Alte Katzen\n- Neue Kühe'),
      findings: [
        {
          messageId: 'extraOneOf',
          message: "The source has nothing for one of 3 list items: 'Große Hunde', 'Alte Katzen', 'Neue Kühe'",
        },
      ],
    },
  ],
});
