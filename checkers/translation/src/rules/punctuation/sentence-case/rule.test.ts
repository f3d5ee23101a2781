import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { sentenceCasePlant } from './plant.ts';
import { sentenceCase } from './rule.ts';

/** A file of messages whose labels begin with a capital, and one more. */
const labelled = (last: string, others = 45): Record<string, string> => ({
  ...Object.fromEntries(Array.from({ length: others }, (_, index) => [`key${index}`, `Alle Dateien ${index}`])),
  last,
});

testRule(sentenceCase, {
  plant: sentenceCasePlant,
  valid: [
    { name: 'a word of programs in Japanese', example: messagePair('Nonces are short.', 'nonce は短くしてください。', 'ja') },
    { name: 'a source that begins small', example: messagePair('and so it ends.', 'und so endet es.') },
    { name: 'a name', example: messagePair('Phones such as the iPhone sell well.', 'iPhones verkaufen sich gut.') },
    { name: 'an apostrophe', example: messagePair('In the morning it rains.', "'s morgens regent het.", 'nl') },
    { name: 'a script without capitals', example: messagePair('The rents have risen.', 'किराया बढ़ गया है।', 'hi') },
    { name: 'a placeholder', example: messagePair('Could not open "{{name}}".', '"{{name}}" ließ sich nicht öffnen.') },
    {
      name: 'a small word of the source, in Korean',
      example: messagePair('Could not make a zip file.', 'zip 파일을 만들 수 없습니다.', 'ko'),
    },
    {
      name: 'a word of the source that begins a label',
      example: messagePair(labelled('The npm packages'), labelled('npm-Pakete ansehen')),
    },
    { name: 'a unit', example: messagePair(labelled('Days'), labelled('päivää'), 'fi') },
    { name: 'a label in a small file', example: messagePair(labelled('Save all files', 20), labelled('speichern', 20)) },
    { name: 'a label', example: messagePair('Save all files', 'alle Dateien speichern') },
  ],
  invalid: [
    {
      name: 'a label, unlike all others of the file',
      example: messagePair(labelled('Save all files'), labelled('alle Dateien speichern')),
      findings: [
        {
          messageId: 'label',
          certainty: 'likely',
          message: "The text begins with 'alle', in small letters, unlike in the source; 45 other texts of the file begin with a capital",
        },
      ],
    },
    {
      name: 'behind a quotation mark, in Russian',
      example: messagePair('“The rents have risen.”', '«аренда выросла.»', 'ru'),
      findings: [{ messageId: 'lower', certainty: 'likely', excerpt: 'аренда' }],
    },
  ],
});
