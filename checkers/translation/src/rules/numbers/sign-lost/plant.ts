import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const signLostPlant: Plant = definePlant({
  rule: 'translation/sign-lost',
  clean: () =>
    messagePair(
      { a: 'Rents rose by 12% this year.', b: 'They cost £250 now.', c: 'Ask @preflag_team about it.' },
      { a: 'Die Mieten stiegen um 12 % in diesem Jahr.', b: 'Sie kosten jetzt 250 £.', c: 'Fragen Sie @preflag_team danach.' },
    ),
  ways: {
    'the percent sign was lost': plantInTranslation('percent', (text) => text.replace('12 %', '12')),
    'another currency': plantInTranslation('currency', (text) => text.replace('250 £', '250 €')),
    'no currency': plantInTranslation('amount', (text) => text.replace('250 £', '250')),
    'another account': plantInTranslation('account', (text) => text.replace('@preflag_team', '@preflag_mannschaft')),
  },
});
