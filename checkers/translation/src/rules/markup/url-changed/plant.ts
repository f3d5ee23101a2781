import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const urlChangedPlant: Plant = definePlant({
  rule: 'translation/url-changed',
  clean: () =>
    messagePair(
      'Write to help@shop.example or see https://shop.example/en/orders (order AB-12345).',
      'Schreiben Sie an help@shop.example oder sehen Sie unter https://shop.example/de/orders nach (Bestellung AB-12345).',
    ),
  ways: {
    'a path was translated': plantInTranslation('changed', (text) => text.replace(/(https:\S+?)orders/, '$1bestellungen')),
    'an e-mail address was translated': plantInTranslation('changed', (text) => text.replace(/help@/, 'hilfe@')),
    'two digits of a code changed places': plantInTranslation('changed', (text) => text.replace(/AB-12345/, 'AB-12435')),
    'an address was left out': plantInTranslation('missing', (text) => text.replace(/https:\S+/, 'dort')),
  },
});
