import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const placeholderChangedPlant: Plant = definePlant({
  rule: 'translation/placeholder-changed',
  clean: () =>
    messagePair(
      { greeting: 'Hello {name}, welcome back.', files: 'You have %d new files in %s.', own: 'Sent by @@sender@@.' },
      { greeting: 'Hallo {name}, willkommen zurück.', files: 'Sie haben %d neue Dateien in %s.', own: 'Gesendet von @@sender@@.' },
      'de',
      { placeholders: String.raw`@@\w+@@` },
    ),
  ways: {
    'the name was translated': plantInTranslation('changed', (text) => text.replace(/\{name\}/, '{Name}')),
    'a name in a notation of the job was translated': plantInTranslation('changed', (text) => text.replace('@@sender@@', '@@absender@@')),
    'it was left out': plantInTranslation('missing', (text) => text.replace(/ \{name\}/, '')),
    'two changed places': plantInTranslation('reordered', (text) => text.replace(/%d(.*)%s/, '%s$1%d')),
  },
});
