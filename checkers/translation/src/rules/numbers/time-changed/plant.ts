import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const timeChangedPlant: Plant = definePlant({
  rule: 'translation/time-changed',
  clean: () =>
    messagePair(
      { a: 'The train leaves at 3:45 pm.', b: 'Come at 8:30 am.', c: 'The call starts at 10:00 EST.', d: 'The shop closes at 7 pm.' },
      {
        a: 'Der Zug fährt um 15:45 Uhr ab.',
        b: 'Kommen Sie um 8:30 Uhr.',
        c: 'Das Gespräch beginnt um 10:00 EST.',
        d: 'Der Laden schließt um 19 Uhr.',
      },
    ),
  ways: {
    'the half of the day was lost': plantInTranslation('half', (text) => text.replace('15:45', '3:45')),
    'of a full hour': plantInTranslation('half', (text) => text.replace('um 19 Uhr', 'um 7 Uhr')),
    'the other half': plantInTranslation('changed', (text) => text.replace('8:30', '20:30')),
    'another zone': plantInTranslation('zone', (text) => text.replace('EST', 'MEZ')),
    'no zone': plantInTranslation('zoneLost', (text) => text.replace(' EST', '')),
    'pm in German': plantInTranslation('twelve', (text) => text.replace('15:45 Uhr', '3:45 pm')),
  },
});
