import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

const CLAUSES =
  ' und wo es deshalb seit dem Herbst ein neues Amt gibt, das dafür sorgen soll, dass die Menschen wieder eine Wohnung finden';

export const lengthDeviatesPlant: Plant = definePlant({
  rule: 'translation/length-deviates',
  clean: () =>
    messagePair(
      'Rents rose most in the south, where there has therefore been a new office since autumn, which is to see to it that people find a flat again.',
      `Die Mieten stiegen im Süden am meisten,${CLAUSES}.`,
    ),
  ways: {
    'most of a sentence was left out': plantInTranslation('short', (text) => text.replace(`,${CLAUSES}`, '')),
    'a sentence was blown up': plantInTranslation('long', (text) => text.replace(CLAUSES, CLAUSES.repeat(4))),
  },
});
