import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const strayPunctuationPlant: Plant = definePlant({
  rule: 'translation/stray-punctuation',
  clean: () => messagePair('One person was hurt and went home.', 'Eine Person wurde verletzt und ging nach Hause.'),
  ways: {
    'a question mark within': plantInTranslation('stray', (text) => text.replace('verletzt und', 'verletzt? und')),
    'a full stop within': plantInTranslation('stray', (text) => text.replace('verletzt und', 'verletzt. und')),
    'a hyphen within': plantInTranslation('stray', (text) => text.replace('wurde verletzt', 'wurde- verletzt')),
    'two signs': plantInTranslation('stray', (text) => text.replace('verletzt und', 'verletzt,; und')),
  },
});
