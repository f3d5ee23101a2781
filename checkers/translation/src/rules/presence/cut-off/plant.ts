import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const cutOffPlant: Plant = definePlant({
  rule: 'translation/cut-off',
  clean: () =>
    messagePair(
      'The rents of the old town have risen again, which nobody had expected.',
      'Die Mieten der Altstadt sind wieder gestiegen, was niemand erwartet hatte, und das jedes Jahr.',
    ),
  ways: {
    'behind a comma': plantInTranslation('open', (text) => text.replace(' und das jedes Jahr.', '')),
    'behind a conjunction': plantInTranslation('open', (text) => text.replace(' das jedes Jahr.', '')),
    'within a word': plantInTranslation('short', (text) =>
      text.replace(' Altstadt sind wieder gestiegen, was niemand erwartet hatte, und das jedes Jahr.', ' Alts'),
    ),
  },
});
