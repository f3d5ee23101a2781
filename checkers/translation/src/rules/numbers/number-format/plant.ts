import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const numberFormatPlant: Plant = definePlant({
  rule: 'translation/number-format',
  clean: () => messagePair('The house costs 1,234,567.50 euros, 2,500 a month.', 'Das Haus kostet 1.234.567,50 Euro, 2.500 im Monat.'),
  ways: {
    'the separators of English': plantInTranslation('separators', (text) => text.replace('1.234.567,50', '1,234,567.50')),
    'a thousand with a comma': plantInTranslation('copied', (text) => text.replace('2.500', '2,500')),
  },
});
