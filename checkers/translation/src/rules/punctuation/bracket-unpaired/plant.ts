import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const bracketUnpairedPlant: Plant = definePlant({
  rule: 'translation/bracket-unpaired',
  clean: () => messagePair('The rents (of “new” leases) have risen.', 'Die Mieten („neuer“ Verträge) sind gestiegen.'),
  ways: {
    'the closing bracket was lost': plantInTranslation('unpaired', (text) => text.replace('Verträge)', 'Verträge')),
    'the closing quotation mark was lost': plantInTranslation('quote', (text) => text.replace('neuer“', 'neuer')),
  },
});
