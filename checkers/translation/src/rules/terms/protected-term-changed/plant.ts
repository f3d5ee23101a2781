import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const protectedTermChangedPlant: Plant = definePlant({
  rule: 'translation/protected-term-changed',
  clean: () => messagePair('Open Blue Harbour first.', 'Öffnen Sie zuerst Blue Harbour.', 'de', { doNotTranslate: ['Blue Harbour'] }),
  ways: { 'the name was translated': plantInTranslation('changed', (text) => text.replace('Blue Harbour', 'Blauer Hafen')) },
});
