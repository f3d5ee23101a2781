import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { placeholderTranslationPlant } from './plant.ts';
import { placeholderTranslation } from './rule.ts';

testRule(placeholderTranslation, {
  plant: placeholderTranslationPlant,
  valid: [
    { name: 'a dash for none', example: messagePair('None', '–') },
    { name: 'what the source has', example: messagePair('Not translated', 'untranslated') },
    { name: 'words that begin like one', example: messagePair('Everything is done here.', 'Todos los textos están aquí.', 'es') },
    { name: 'a TODO that the source is about', example: messagePair('Write TODO in the comment.', 'Schreiben Sie TODO in den Kommentar.') },
    { name: 'all, in Spanish', example: messagePair('All categories', 'Todo', 'es') },
    { name: 'a word of the source', example: messagePair('string[, string]', 'string') },
    { name: 'text as a noun', example: messagePair('Enter your text here', 'Geben Sie hier Ihren Text ein') },
  ],
  invalid: [
    { name: 'a mark for oneself in Spanish', example: messagePair('All categories', 'TODO', 'es'), findings: [{ messageId: 'whole' }] },
    { name: 'a word of German texts', example: messagePair('All categories', 'todo'), findings: [{ messageId: 'whole' }] },
    {
      name: 'in brackets',
      example: messagePair('Save your data first.', '[To be translated]'),
      findings: [
        {
          messageId: 'whole',
          certainty: 'certain',
          message: "'[To be translated]' stands in place of a translation of 'Save your data first.'",
        },
      ],
    },
    { name: 'a value of a program', example: messagePair('Save your data first.', 'N/A'), findings: [{ messageId: 'whole' }] },
  ],
});
