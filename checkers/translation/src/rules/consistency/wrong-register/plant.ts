import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const wrongRegisterPlant: Plant = definePlant({
  rule: 'translation/wrong-register',
  clean: () =>
    messagePair(
      { a: 'Save your changes.', b: 'Then you can close it.' },
      { a: 'Sichern Sie alles.', b: 'Danach können Sie es schließen.' },
      'de',
      {
        register: 'formal',
      },
    ),
  ways: { 'addressed as a friend': plantInTranslation('wrong', (text) => text.replace('können Sie', 'kannst du')) },
});
