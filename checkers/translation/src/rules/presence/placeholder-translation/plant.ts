import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

const TARGET = 'Speichern Sie zuerst Ihre Daten.';

export const placeholderTranslationPlant: Plant = definePlant({
  rule: 'translation/placeholder-translation',
  clean: () => messagePair({ a: 'Save your data first.', b: 'Close the window.' }, { a: TARGET, b: 'Schließen Sie das Fenster.' }),
  ways: {
    'a note for later': plantInTranslation('whole', (text) => text.replace(TARGET, 'TODO')),
    'a dash': plantInTranslation('signs', (text) => text.replace(TARGET, '-')),
    'a mark within': plantInTranslation('within', (text) => text.replace(TARGET, `[translate] ${TARGET}`)),
  },
});
