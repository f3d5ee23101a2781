import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const unitChangedPlant: Plant = definePlant({
  rule: 'translation/unit-changed',
  clean: () =>
    messagePair(
      { a: 'The path is 12 km long.', b: 'Take 5 mg twice.', c: 'You have 14 days.', d: 'It was 30 °C.' },
      { a: 'Der Weg ist 12 km lang.', b: 'Nehmen Sie zweimal 5 mg.', c: 'Sie haben 14 Tage Zeit.', d: 'Es hatte 30 °C.' },
    ),
  ways: {
    'miles for kilometres': plantInTranslation('changed', (text) => text.replace('12 km', '12 Meilen')),
    'grams for milligrams': plantInTranslation('changed', (text) => text.replace('5 mg', '5 g')),
    'weeks for days': plantInTranslation('changed', (text) => text.replace('14 Tage', '14 Wochen')),
    'no degrees': plantInTranslation('lost', (text) => text.replace('30 °C', '30')),
  },
});
