import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const punctuationSpacingPlant: Plant = definePlant({
  rule: 'translation/punctuation-spacing',
  clean: () =>
    messagePair(
      { rents: 'The rents have risen, the office says.', name: 'Your name: ' },
      { rents: 'Die Mieten sind gestiegen, sagt das Amt.', name: 'Ihr Name: ' },
    ),
  ways: {
    'text taken apart into tokens': plantInTranslation('before', (text) => text.replace('gestiegen,', 'gestiegen ,')),
    'the space at the end was lost': plantInTranslation('edge', (text) => text.replace('Name: "', 'Name:"')),
  },
});
