import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const dateChangedPlant: Plant = definePlant({
  rule: 'translation/date-changed',
  clean: () =>
    messagePair(
      { a: 'The fair opens on March 25, 2026.', b: 'Write to us by Friday.', c: 'It ends on 04/28/2026.', d: 'We meet again in October.' },
      {
        a: 'Die Messe beginnt am 25. März 2026.',
        b: 'Schreiben Sie uns bis Freitag.',
        c: 'Sie endet am 28.04.2026.',
        d: 'Im Oktober wieder.',
      },
    ),
  ways: {
    'another month in a date': plantInTranslation('changed', (text) => text.replace('25. März', '25. Mai')),
    'another month': plantInTranslation('month', (text) => text.replace('Im Oktober', 'Im November')),
    'another day of the week': plantInTranslation('weekday', (text) => text.replace('bis Freitag', 'bis Dienstag')),
    'the order of the source': plantInTranslation('order', (text) => text.replace('28.04.2026', '04/28/2026')),
    'a date that was not translated': plantInTranslation('untranslated', (text) => text.replace('25. März 2026', 'March 25, 2026')),
  },
});
