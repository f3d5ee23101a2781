import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const edgeSpaceChangedPlant: Plant = definePlant({
  rule: 'translation/edge-space-changed',
  clean: () =>
    messagePair(
      { a: 'Name of the file: ', b: 'The file is full.\n', c: 'Close the window.' },
      { a: 'Name der Datei: ', b: 'Die Datei ist voll.\n', c: 'Schließen Sie das Fenster.' },
    ),
  ways: {
    'a space that was lost': plantInTranslation('lost', (text) => text.replace('Datei: "', 'Datei:"')),
    'a space that was added': plantInTranslation('added', (text) => text.replace('Schließen', ' Schließen')),
    'a line break that was lost': plantInTranslation('line', (text) => text.replace(String.raw`voll.\n`, 'voll.')),
  },
});
