import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { damagedTextPlant } from './plant.ts';
import { damagedText } from './rule.ts';

testRule(damagedText, {
  plant: damagedTextPlant,
  valid: [
    { name: 'a no-break space before the mark', example: messagePair('“activated”', '«\u00A0activé\u00A0»', 'fr') },
    { name: 'an address with a question', example: messagePair('See a.example/x?y=1', 'Siehe a.example/x?y=1') },
    { name: 'a question before the next word', example: messagePair('Why? Because.', 'Warum? Darum.') },
    { name: 'many question marks at the end', example: messagePair('What???', 'Was???') },
    { name: 'a soft hyphen that the source has', example: messagePair('Don\u00ADau', 'Don\u00ADau') },
    { name: 'joiners of Persian', example: messagePair('I want to go.', 'می\u200Cخواهم بروم.', 'fa') },
    { name: 'spaces between the words of Thai', example: messagePair('I go home.', 'ฉัน\u200Bกลับบ้าน', 'th') },
    { name: 'a run that is closed', example: messagePair('The file “a” is here.', 'הקובץ \u2066a\u2069 כאן.', 'he') },
    { name: 'marks that belong to letters of Hindi', example: messagePair('Great', 'बड़ा', 'hi') },
    { name: 'a capital before a quotation mark', example: messagePair('“CAFÉ”', '„CAFÉ”') },
    { name: 'a document, in which formatting/mojibake looks', example: documentPair('For us', 'FÃ¼r uns') },
    { name: 'entities that the source has', example: messagePair('A &amp;lt; B', 'A &amp;lt; B') },
    { name: 'a name with an ampersand', example: messagePair('Bill & Tom; both', 'Bill & Tom; beide') },
    { name: 'a stretch by itself, which is the letter that is meant', example: messagePair('the sign', 'العلامة ـ', 'ar') },
    { name: 'an ending behind a name', example: messagePair('from the PC', 'от PCа', 'ru') },
    { name: 'a placeholder before a word', example: messagePair('%s%sNo', '%s%sНет', 'ru') },
    { name: 'units and signs of mathematics', example: messagePair('5 μm, ΔT and αβ', '5 μm, ΔT und αβ') },
  ],
  invalid: [
    {
      name: 'a Latin letter in a Russian word, in a document too',
      example: documentPair('The cost is known.', 'Cтоимость известна.', 'ru'),
      findings: [
        {
          messageId: 'lookalike',
          certainty: 'likely',
          message: "A letter in 'Cтоимость' is of another script and looks alike: 'C' (U+0043)",
        },
      ],
    },
    {
      name: 'a stretched word',
      example: messagePair('Save the file', 'حفـــظ الملف', 'ar'),
      findings: [{ messageId: 'stretched', certainty: 'hint' }],
    },
    {
      name: 'a text of which nothing is left',
      example: messagePair('Close the window.', '??????? ????.', 'ru'),
      findings: [{ messageId: 'questions', certainty: 'likely' }],
    },
    {
      name: 'a lost letter',
      example: messagePair('For us', 'F\uFFFDr uns'),
      findings: [
        { messageId: 'lost', certainty: 'certain', message: "A character was lost in 'F\uFFFDr', and '\uFFFD' stands in its place" },
      ],
    },
  ],
});
