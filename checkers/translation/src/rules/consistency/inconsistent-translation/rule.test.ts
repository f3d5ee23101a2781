import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { inconsistentTranslationPlant } from './plant.ts';
import { inconsistentTranslation } from './rule.ts';

testRule(inconsistentTranslation, {
  plant: inconsistentTranslationPlant,
  valid: [
    { name: 'words that mean two things', example: messagePair({ a: 'Open', b: 'Open' }, { a: 'Öffnen', b: 'Offen' }) },
    {
      name: 'case and punctuation',
      example: messagePair(
        { a: 'Save all your files', b: 'Save all your files' },
        { a: 'Alle Dateien speichern', b: 'alle Dateien speichern.' },
      ),
    },
    {
      name: 'numbers',
      example: messagePair({ a: 'This is page 1', b: 'This is page 2' }, { a: 'Das ist Seite 1', b: 'Das ist Seite 2' }),
    },
  ],
  invalid: [
    {
      name: 'one translation of two texts',
      example: messagePair(
        { a: 'Delete the whole folder', b: 'Close the whole folder' },
        { a: 'Den ganzen Ordner löschen', b: 'Den ganzen Ordner löschen' },
      ),
      findings: [
        {
          messageId: 'source',
          certainty: 'hint',
          message: "'Den ganzen Ordner löschen' also stands for another text: 'Delete the whole folder'",
        },
      ],
    },
  ],
});
