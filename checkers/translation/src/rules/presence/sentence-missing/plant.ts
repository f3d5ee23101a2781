import { definePlant, type Plant } from '@preflag/testing';
import { documentPair, plantInTranslation } from '../../../pair-plants.ts';

const FOUNDING = 'Im Herbst 2023 hat der Stadtrat deshalb ein eigenes Amt für das Wohnen gegründet.';
const PURPOSE = 'Es kauft alte Häuser, baut sie um und vermietet sie zu einem festen Preis.';

export const sentenceMissingPlant: Plant = definePlant({
  rule: 'translation/sentence-missing',
  clean: () =>
    documentPair(
      'Rents rose most in the south of the town, where many students live. In the autumn of 2023 the council therefore founded an office of its own for housing. It buys old houses, rebuilds them and lets them at a fixed price. Whoever is on the list waits for a little less than two years.',
      `Die Mieten stiegen am meisten im Süden der Stadt, wo viele Studierende wohnen. ${FOUNDING} ${PURPOSE} Wer auf der Liste steht, wartet etwas weniger als zwei Jahre.`,
    ),
  ways: {
    'a sentence with a number was left out': plantInTranslation('missing', (text) => text.replace(` ${FOUNDING}`, '')),
    'a sentence was left out': plantInTranslation('missingOneOf', (text) => text.replace(` ${PURPOSE}`, '')),
    'a sentence was added': plantInTranslation('added', (text) =>
      text.replace(
        PURPOSE,
        `${PURPOSE} Die Firma Meyer & Söhne hat dafür im März 2024 den Auftrag im Wert von 4,2 Millionen Euro bekommen.`,
      ),
    ),
  },
});
