import { definePlant, type Plant } from '@preflag/testing';
import { plantInCatalog, subtitleExample } from '../../../pair-plants.ts';

export const subtitleTimingPlant: Plant = definePlant({
  rule: 'translation/subtitle-timing',
  clean: () =>
    subtitleExample(
      ['1-3 Good evening.', '4-6 We are late.', '7-9.5 The train has left.', '10-12 Good night.'],
      ['1-3 Guten Abend.', '4-6 Wir sind spät.', '7-9.5 Der Zug ist weg.', '10-12 Gute Nacht.'],
    ),
  ways: {
    'a cue was left out': plantInCatalog('count', '.srt', (text) => text.replace(/2\n.*\n.*\n\n/, '')),
    'a cue is shown later': plantInCatalog('moved', '.srt', (text) => text.replace('00:00:04,000', '00:00:05,000')),
  },
});
