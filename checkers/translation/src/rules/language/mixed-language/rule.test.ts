import { runExample, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { mixedLanguagePlant } from './plant.ts';
import { mixedLanguage } from './rule.ts';

const SOURCE = 'The office that counts them says that the rents of the town rose.';

/** From a language into English. */
function intoEnglish(source: string, target: string, from: string): Example {
  const example = messagePair(source, target, 'en');
  return {
    ...example,
    job: {
      ...example.job,
      deliverables: [
        { path: 'app.json', type: 'translation', source: 'en.json', language: 'en' },
        { path: 'en.json', language: from, optional: true },
      ],
    },
  };
}

testRule(mixedLanguage, {
  plant: mixedLanguagePlant,
  valid: [
    {
      name: 'how a command is called',
      example: messagePair('Call it like this: git log --list -n with a number', 'Aufruf: git log --list -n mit einer Zahl'),
    },
    {
      name: 'a name of programs',
      example: messagePair('Wrong use of g_io_channel_read_line here', 'Falsche Verwendung von g_io_channel_read_line an dieser Stelle'),
    },
    {
      name: 'an address, and values to choose from',
      example: messagePair(
        { a: 'Read https://www.example.org/list/of/licences now', b: 'One of: none, small, medium, large' },
        { a: 'Lesen Sie https://www.example.org/list/of/licences bitte', b: 'Eines von: none, small, medium, large' },
      ),
    },
    {
      name: 'a name with small words',
      example: documentPair('He works for Friends of the Earth there.', 'Er arbeitet dort für Friends of the Earth.'),
    },
    {
      name: 'a quotation that is kept',
      example: documentPair('He cried “the game is over now” twice.', 'Er rief zweimal „the game is over now“.'),
    },
    { name: 'borrowed words', example: intoEnglish('Das Internet ist im Hotel normal.', 'The internet is normal in the hotel.', 'de') },
    {
      name: 'a word that the translation uses elsewhere',
      example: messagePair(
        { a: 'The open source software of the town', b: 'The town' },
        { a: 'Die Open-Source-Software der Stadt', b: 'Die Stadt' },
      ),
    },
    { name: 'a name in its own script', example: intoEnglish('Си Цзиньпин приехал.', 'Xi Jinping (Си Цзиньпин) arrived.', 'ru') },
    {
      name: 'Latin names in Chinese',
      example: documentPair('Deutsche Bank and Goldman Sachs won.', 'Deutsche Bank 和 Goldman Sachs 获胜。', 'zh'),
    },
    { name: 'Chinese signs in Japanese', example: intoEnglish('北京', 'Beijing', 'ja') },
    {
      name: 'a term of the job',
      example: documentPair(SOURCE, 'Das Amt sagt the rents of the town stiegen.', 'de', { doNotTranslate: ['the rents of the town'] }),
    },
  ],
  invalid: [
    {
      name: 'English words in a row, in a text of another script',
      example: documentPair(SOURCE, 'Служба, которая их считает, говорит, что rents of the town rose.', 'ru'),
      findings: [
        {
          messageId: 'phrase',
          certainty: 'likely',
          message: "'rents of the town rose' was not translated: the source has these words as they are",
        },
      ],
    },
    {
      name: 'Chinese signs in English',
      example: intoEnglish('他知道这件事。', 'He 知道 about this matter.', 'zh-Hans'),
      findings: [{ messageId: 'script', message: "'知道' stands in the translation as in the source, in the script of Chinese" }],
    },
    {
      name: 'a German word in English',
      example: intoEnglish('Die südlichen Schwestern gewannen.', 'The südlichen sisters won.', 'de'),
      findings: [
        {
          messageId: 'word',
          certainty: 'hint',
          message: "'südlichen' stands in the translation as in the source, and seems to be German",
        },
      ],
    },
  ],
});

it('does not compare two kinds of English', async () => {
  const { checks } = await runExample([mixedLanguage], documentPair(SOURCE, SOURCE, 'en-US'));
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['not-checked', 'language']]);
});
