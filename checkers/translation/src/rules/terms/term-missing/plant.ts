import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const termMissingPlant: Plant = definePlant({
  rule: 'translation/term-missing',
  clean: () => {
    const pair = messagePair('Sign the lease at the office.', 'Unterschreiben Sie den Mietvertrag im Büro.', 'de', {
      glossary: 'terms.csv',
    });
    return { ...pair, beside: { ...pair.beside, 'terms.csv': 'source,target,forbidden\nlease,Mietvertrag,Pachtvertrag\noffice,Büro,\n' } };
  },
  ways: {
    'another word': plantInTranslation('missing', (text) => text.replace('Mietvertrag', 'Kontrakt')),
    'a word that is forbidden, beside the term': plantInTranslation('forbidden', (text) => text.replace('Büro', 'Büro (Pachtvertrag)')),
  },
});
