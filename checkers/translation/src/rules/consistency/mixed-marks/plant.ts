import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

const NAMES = { one: 'eins', two: 'zwei', three: 'drei', four: 'vier', five: 'fünf', six: 'sechs' } as const;

function messagesOf(textOf: (source: string, target: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, textOf(key, name)]));
}

export const mixedMarksPlant: Plant = definePlant({
  rule: 'translation/mixed-marks',
  clean: () =>
    messagePair(
      messagesOf((name) => `The file “${name}” is being saved…`),
      messagesOf((_, name) => `Die Datei „${name}“ wird jetzt gespeichert…`),
    ),
  ways: {
    'three points of one text': plantInTranslation('mixed', (text) => text.replace(/(„sechs“[^…]*)…/, '$1...')),
    'quotation marks of one text': plantInTranslation('mixed', (text) => text.replace('„sechs“', '«sechs»')),
  },
});
