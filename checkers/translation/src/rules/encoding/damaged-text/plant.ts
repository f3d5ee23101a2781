import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const damagedTextPlant: Plant = definePlant({
  rule: 'translation/damaged-text',
  clean: () =>
    messagePair(
      { a: 'Close the window.', b: 'The street is full.' },
      { a: 'Schließen Sie das Fenster.', b: 'Die Straße ist voll für uns.' },
    ),
  ways: {
    'UTF-8 was read as Windows-1252': plantInTranslation('garbled', (text) => text.replace('für', 'fÃ¼r')),
    'a letter was lost': plantInTranslation('lost', (text) => text.replace('für', 'f\uFFFDr')),
    'a letter became a question mark': plantInTranslation('questions', (text) => text.replace('Straße', 'Stra?e')),
    'a zero-width space': plantInTranslation('invisible', (text) => text.replace('Straße', 'Stra\u200Bße')),
    'an open run': plantInTranslation('direction', (text) => text.replace('Straße', '\u202BStraße')),
    'a letter of two characters': plantInTranslation('decomposed', (text) => text.replace('für', 'fu\u0308r')),
    'a letter as an entity': plantInTranslation('escaped', (text) => text.replace('für', 'f&uuml;r')),
    'what was escaped twice': plantInTranslation('escaped', (text) => text.replace('für', '&amp;lt;für')),
    'a Cyrillic letter': plantInTranslation('lookalike', (text) => text.replace('Fenster', 'Fеnster')),
    'a private character': plantInTranslation('private', (text) => text.replace('für', 'f\uE001r')),
  },
});
