import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { protectedTermChangedPlant } from './plant.ts';
import { protectedTermChanged } from './rule.ts';

testRule(protectedTermChanged, {
  plant: protectedTermChangedPlant,
  valid: [
    { name: 'with an ending', example: messagePair('The page of Orbit', 'Orbitin sivu', 'fi', { doNotTranslate: ['Orbit'] }) },
    {
      name: 'the word in another case',
      example: messagePair('Clean the windows.', 'Putzen Sie die Fenster.', 'de', { doNotTranslate: ['Windows'] }),
    },
    { name: 'a part of a word', example: messagePair('The Orbiter', 'Die Raumfähre', 'de', { doNotTranslate: ['Orb'] }) },
  ],
  invalid: [
    {
      name: 'in other letters',
      example: messagePair('The page of Orbit', 'Страница Орбита', 'ru', { doNotTranslate: ['Orbit'] }),
      findings: [{ messageId: 'changed', certainty: 'likely' }],
    },
  ],
});
