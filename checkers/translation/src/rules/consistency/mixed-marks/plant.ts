import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

const texts = (from: string, to: string): [Record<string, string>, Record<string, string>] => {
  const keys = ['one', 'two', 'three', 'four', 'five', 'six'];
  return [from, to].map((text) => Object.fromEntries(keys.map((key) => [key, `${text} “${key}”…`]))) as [
    Record<string, string>,
    Record<string, string>,
  ];
};

export const mixedMarksPlant: Plant = definePlant({
  rule: 'translation/mixed-marks',
  clean: () => messagePair(...texts('Save', 'Sauver')),
  ways: {
    'three points of one text': plantInTranslation('mixed', (text) => text.replace('“six”…', '“six”...')),
    'quotation marks of one text': plantInTranslation('mixed', (text) => text.replace('“six”…', '«six»…')),
  },
});
