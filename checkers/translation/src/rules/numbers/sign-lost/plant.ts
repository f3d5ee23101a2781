import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const signLostPlant: Plant = definePlant({
  rule: 'translation/sign-lost',
  clean: () =>
    messagePair(
      { a: 'Rents rose by 12% this year.', b: 'They cost £250 now.', c: 'The fee is CHF 90.' },
      { a: 'Die Mieten stiegen um 12 % in diesem Jahr.', b: 'Sie kosten jetzt 250 £.', c: 'Die Gebühr beträgt 90 Franken.' },
    ),
  ways: {
    'the percent sign was lost': plantInTranslation('percent', (text) => text.replace('12 %', '12')),
    'another currency': plantInTranslation('currency', (text) => text.replace('250 £', '250 €')),
    'no currency': plantInTranslation('amount', (text) => text.replace('250 £', '250')),
    'euros for francs': plantInTranslation('currency', (text) => text.replace('90 Franken', '90 €')),
  },
});
