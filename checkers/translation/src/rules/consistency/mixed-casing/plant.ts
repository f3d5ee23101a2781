import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

const [SOURCES, TARGETS] = [
  {
    a: 'They saw the black hole.',
    b: 'Near the black hole it is dark.',
    c: 'What leaves the black hole?',
    d: 'They call it a black hole.',
  },
  {
    a: 'Sie sahen das Schwarze Loch.',
    b: 'Nahe dem Ort, wo das Schwarze Loch ist, ist es dunkel.',
    c: 'Was verlässt das Schwarze Loch?',
    d: 'Man nennt es das Schwarze Loch.',
  },
];

export const mixedCasingPlant: Plant = definePlant({
  rule: 'translation/mixed-casing',
  clean: () => messagePair(SOURCES, TARGETS),
  ways: { 'one of four is small': plantInTranslation('mixed', (text) => text.replace('verlässt das Schwarze', 'verlässt das schwarze')) },
});
