import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const terminalPunctuationPlant: Plant = definePlant({
  rule: 'translation/terminal-punctuation',
  clean: () =>
    messagePair(
      { saved: 'Your changes were saved.', close: 'Do you want to close the window?' },
      { saved: 'Ihre Änderungen wurden gespeichert.', close: 'Möchten Sie das Fenster schließen?' },
    ),
  ways: {
    'the full stop was lost': plantInTranslation('missing', (text) => text.replace(/\.(?=")/, '')),
    'a question became a statement': plantInTranslation('question', (text) => text.replace(/\?(?=")/, '.')),
  },
});
