import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { punctuationSpacingPlant } from './plant.ts';
import { punctuationSpacing } from './rule.ts';

testRule(punctuationSpacing, {
  plant: punctuationSpacingPlant,
  valid: [
    { name: 'a colon in Occitan', example: messagePair('Language:', 'Lenga :', 'oc') },
    { name: 'French', example: messagePair('Really? Yes: here!', 'Vraiment ? Oui : ici !', 'fr') },
    { name: 'Hindi', example: messagePair('The rents have risen.', 'किराया बढ़ गया है ।', 'hi') },
    { name: 'names and smileys', example: messagePair('Use the .NET tools :)', 'Nutzen Sie .NET bitte :)') },
    { name: 'three points', example: messagePair('And so ...', 'Und so ...') },
    { name: 'what the source does too', example: messagePair('Well , yes', 'Nun , ja') },
  ],
  invalid: [
    {
      name: 'a full stop in French',
      example: messagePair('The rents have risen.', 'Les loyers ont augmenté .', 'fr'),
      findings: [{ messageId: 'before', certainty: 'likely', message: "A space stands before '.'" }],
    },
    {
      name: 'two spaces',
      example: messagePair('The rents have risen.', 'Die Mieten  sind gestiegen.'),
      findings: [{ messageId: 'double', certainty: 'hint' }],
    },
  ],
});
