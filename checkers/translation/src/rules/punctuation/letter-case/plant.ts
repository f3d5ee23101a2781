import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const letterCasePlant: Plant = definePlant({
  rule: 'translation/letter-case',
  clean: () =>
    messagePair(
      { a: 'The rents have risen.', b: 'TERMS AND CONDITIONS', c: 'We are always happy to help.' },
      { a: 'Die Mieten sind gestiegen.', b: 'ALLGEMEINE BEDINGUNGEN', c: 'Wir helfen immer gern.' },
    ),
  ways: {
    'two capitals': plantInTranslation('double', (text) => text.replace('Mieten', 'MIeten')),
    'a sentence in capitals': plantInTranslation('added', (text) => text.replace('Wir helfen immer gern', 'WIR HELFEN IMMER GERN')),
    'a heading that lost its capitals': plantInTranslation('lost', (text) =>
      text.replace('ALLGEMEINE BEDINGUNGEN', 'Allgemeine Bedingungen'),
    ),
  },
});
