import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const sentenceCasePlant: Plant = definePlant({
  rule: 'translation/sentence-case',
  clean: () => messagePair('The rents have risen again.', 'Die Mieten sind erneut gestiegen.'),
  ways: {
    'all in small letters': plantInTranslation('lower', (text) => text.replace(/Die Mieten/, 'die mieten')),
  },
});
