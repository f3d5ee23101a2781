import { definePlant, type Plant } from '@preflag/testing';
import { plantInCatalog, subtitleExample } from '../../../pair-plants.ts';

export const subtitleLayoutPlant: Plant = definePlant({
  rule: 'translation/subtitle-layout',
  clean: () => subtitleExample(['1-4 Good evening.', '5-9 The train has left.'], ['1-4 Guten Abend.', '5-9 Der Zug ist weg.']),
  ways: {
    'a line is long': plantInCatalog('line', '.srt', (text) =>
      text.replace(/(\n\n2\n.*\n).*/, '$1Der Zug nach Hannover ist gerade eben abgefahren.'),
    ),
    'there are three lines': plantInCatalog('lines', '.srt', (text) =>
      text.replace(/(\n\n2\n.*\n).*/, '$1Der Zug\nist gerade\nabgefahren.'),
    ),
  },
});
