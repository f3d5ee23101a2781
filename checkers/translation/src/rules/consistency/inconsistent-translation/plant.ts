import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

const [SOURCE, TARGET] = ['Save your changes first.', 'Speichern Sie zuerst Ihre Änderungen.'];

export const inconsistentTranslationPlant: Plant = definePlant({
  rule: 'translation/inconsistent-translation',
  clean: () => messagePair({ first: SOURCE, second: SOURCE, third: SOURCE }, { first: TARGET, second: TARGET, third: TARGET }),
  ways: {
    'one of three is another': plantInTranslation('target', (text) => text.replace(TARGET, 'Sichern Sie zuerst Ihre Anpassungen.')),
  },
});
