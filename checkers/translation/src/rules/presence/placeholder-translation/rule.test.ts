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
    { name: 'text as a noun', example: messagePair('Enter your text here', 'Geben Sie hier Ihren Text ein') },
  ],
  invalid: [
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
