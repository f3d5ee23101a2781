import { definePlant, type Plant } from '@preflag/testing';
import { documentPair, plantInTranslation } from '../../../pair-plants.ts';

export const mixedLanguagePlant: Plant = definePlant({
  rule: 'translation/mixed-language',
  clean: () =>
    documentPair(
      'The office counts all new leases at the end of every month.',
      'Das Amt zählt alle neuen Verträge jeweils am Ende eines Monats.',
    ),
  ways: {
    'the end of a sentence was left': plantInTranslation('phrase', (text) =>
      text.replace('jeweils am Ende eines Monats', 'at the end of every month'),
    ),
  },
});
