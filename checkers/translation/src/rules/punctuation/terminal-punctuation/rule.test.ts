import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { messagePair } from '../../../pair-plants.ts';
import { terminalPunctuationPlant } from './plant.ts';
import { terminalPunctuation } from './rule.ts';

const STATEMENT = 'The rents have risen again.';

testRule(terminalPunctuation, {
  plant: terminalPunctuationPlant,
  valid: [
    {
      name: 'a link behind the last sentence',
      example: messagePair(
        'Sort the list by day. [Learn more](https://example.org/sort).',
        'Sortieren Sie die Liste. [Mehr dazu](https://example.org/sort)',
      ),
    },
    { name: 'Chinese', example: messagePair(STATEMENT, '租金再次上涨。', 'zh') },
    { name: 'Hindi', example: messagePair(STATEMENT, 'किराया फिर से बढ़ गया है।', 'hi') },
    { name: 'Urdu', example: messagePair(STATEMENT, 'کرایے پھر بڑھ گئے ہیں۔', 'ur') },
    { name: 'Thai has no full stop', example: messagePair(STATEMENT, 'ค่าเช่าเพิ่มขึ้นอีกครั้ง', 'th') },
    { name: 'a question in Greek', example: messagePair('Have the rents risen again?', 'Αυξήθηκαν πάλι τα ενοίκια;', 'el') },
    { name: 'a question in Arabic', example: messagePair('Have the rents risen again?', 'هل ارتفعت الإيجارات مرة أخرى؟', 'ar') },
    { name: 'a question within the source', example: messagePair('“Did you see that?” he said then.', 'Er sagte: Habt ihr das gesehen?') },
    { name: 'quotes and tags behind it', example: messagePair('He said <b>“it is over.”</b>', 'Er sagte: <b>„Es ist vorbei“.</b>') },
    { name: 'an exclamation', example: messagePair('Try it again now!', 'Versuchen Sie es jetzt erneut.') },
    {
      name: 'what a colon announces, in Japanese',
      example: messagePair('The rents rose for two reasons:', '家賃が上がった理由は二つある。', 'ja'),
    },
    { name: 'one word', example: messagePair('Mon.', 'Mo') },
  ],
  invalid: [
    {
      name: 'the danda was lost',
      example: messagePair(STATEMENT, 'किराया फिर से बढ़ गया है', 'hi'),
      findings: [{ messageId: 'missing', message: "The source ends with '.', the translation without a sign", certainty: 'likely' }],
    },
    {
      name: 'three points of which none is left',
      example: messagePair('Loading the pages...', 'Seiten werden geladen'),
      findings: [{ messageId: 'missing', message: "The source ends with '...', the translation without a sign" }],
    },
    {
      name: 'a full stop on a title',
      example: messagePair('Latest news of the town', 'Neueste Nachrichten der Stadt.'),
      findings: [{ messageId: 'added', certainty: 'hint', excerpt: '.' }],
    },
  ],
});

it('says that it needs the language', async () => {
  const example = messagePair(STATEMENT, 'x', 'xx-invalid-tag-');
  const { checks } = await runExample([terminalPunctuation], {
    ...example,
    job: { deliverables: [{ path: 'app.json', type: 'translation', source: 'en.json' }] },
  });
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['not-checked', 'language']]);
});
