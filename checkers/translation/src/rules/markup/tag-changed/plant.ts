import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const tagChangedPlant: Plant = definePlant({
  rule: 'translation/tag-changed',
  clean: () => messagePair('Read the <b>terms</b> first.<br/>', 'Lesen Sie zuerst die <b>Bedingungen</b>.<br/>'),
  ways: {
    'the end of a tag was lost': plantInTranslation('missing', (text) => text.replace(/<\/b>/, '')),
    'another tag came in': plantInTranslation('added', (text) => text.replace(/<br\/>/, '<br/><br/>')),
    'the start stands behind the end': plantInTranslation('unpaired', (text) => text.replace(/<b>(\w+)<\/b>/, '</b>$1<b>')),
  },
});
