import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

const LAST = 'Danach können Sie das Fenster schließen.';

export const mixedRegisterPlant: Plant = definePlant({
  rule: 'translation/mixed-register',
  clean: () =>
    messagePair(
      { a: 'Save your changes.', b: 'Do you want to close?', c: 'We help you.', d: 'Then you can close the window.' },
      { a: 'Sichern Sie alles.', b: 'Möchten Sie schließen?', c: 'Wir helfen Ihnen.', d: LAST },
    ),
  ways: { 'one of four is informal': plantInTranslation('mixed', (text) => text.replace(LAST, 'Danach kannst du das Fenster schließen.')) },
});
