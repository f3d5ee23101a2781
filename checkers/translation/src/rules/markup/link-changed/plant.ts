import { definePlant, type Plant } from '@preflag/testing';
import { documentPair, plantInTranslation } from '../../../pair-plants.ts';

export const linkChangedPlant: Plant = definePlant({
  rule: 'translation/link-changed',
  clean: () =>
    documentPair(
      'Read the [guide](https://a.example/en/guide) before you call the [office](https://a.example/en/office.html).',
      'Lesen Sie die [Anleitung](https://a.example/de/guide), bevor Sie im [Amt](https://a.example/office.de.html) anrufen.',
    ),
  ways: {
    'a link leads elsewhere': plantInTranslation('changed', (text) => text.replace('/de/guide', '/de/gui')),
    'a link was left out': plantInTranslation('missing', (text) => text.replace('[Amt](https://a.example/office.de.html)', 'Amt')),
    'a link was added': plantInTranslation('added', (text) => text.replace('anrufen', '[anrufen](https://b.example/call)')),
  },
});
