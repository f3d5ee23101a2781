import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const placeholderChangedPlant: Plant = definePlant({
  rule: 'translation/placeholder-changed',
  clean: () =>
    messagePair(
      { greeting: 'Hello {name}, welcome back.', files: 'You have %d new files in %s.' },
      { greeting: 'Hallo {name}, willkommen zurück.', files: 'Sie haben %d neue Dateien in %s.' },
    ),
  ways: {
    'the name was translated': plantInTranslation('changed', (text) => text.replace(/\{name\}/, '{Name}')),
    'it was left out': plantInTranslation('missing', (text) => text.replace(/ \{name\}/, '')),
    'two changed places': plantInTranslation('reordered', (text) => text.replace(/%d(.*)%s/, '%s$1%d')),
  },
});
