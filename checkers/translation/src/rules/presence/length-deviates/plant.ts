import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

const SECOND = 'Die Stadt hat deshalb im Herbst ein neues Amt gegründet.';
const THIRD = 'Es soll dafür sorgen, dass die Menschen wieder eine Wohnung finden.';

export const lengthDeviatesPlant: Plant = definePlant({
  rule: 'translation/length-deviates',
  clean: () =>
    messagePair(
      'Rents rose most in the south. That is why the town founded a new office in autumn. It is to see to it that people find a flat again.',
      `Die Mieten stiegen im Süden am meisten. ${SECOND} ${THIRD}`,
    ),
  ways: {
    'a sentence was left out': plantInTranslation('sentenceLost', (text) => text.replace(` ${SECOND}`, '')),
    'a sentence was added': plantInTranslation('sentenceAdded', (text) => text.replace(THIRD, `${THIRD} ${SECOND}`)),
    'two sentences were left out': plantInTranslation('short', (text) => text.replace(` ${SECOND} ${THIRD}`, '')),
  },
});
