import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const repetitionLoopPlant: Plant = definePlant({
  rule: 'translation/repetition-loop',
  clean: () => messagePair('The rents of the town have risen again.', 'Die Mieten der Stadt sind erneut gestiegen.'),
  ways: {
    'the last word four times': plantInTranslation('loop', (text) => text.replace(/(\p{L}+)\./u, '$1 $1 $1 $1.')),
    'a phrase again and again': plantInTranslation('loop', (text) =>
      text.replace(/der Stadt /, 'der Stadt der Stadt der Stadt der Stadt '),
    ),
    'one word twice': plantInTranslation('double', (text) => text.replace(/Stadt/, 'Stadt Stadt')),
  },
});
