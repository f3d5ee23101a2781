import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const escapeChangedPlant: Plant = definePlant({
  rule: 'translation/escape-changed',
  clean: () => messagePair(String.raw`The file is full.\n\nDelete it?`, String.raw`Die Datei ist voll.\n\nLöschen?`),
  ways: {
    'an escape was left out': plantInTranslation('missing', (text) => text.replaceAll(String.raw`\\n\\n`, String.raw`\\n`)),
    'an escape was added': plantInTranslation('added', (text) => text.replace('Löschen', String.raw`\\tLöschen`)),
  },
});
