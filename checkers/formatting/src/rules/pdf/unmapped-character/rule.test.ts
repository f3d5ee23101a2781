import { pdfOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { unmappedCharacterPlant } from './plant.ts';
import { unmappedCharacter } from './rule.ts';

testRule(unmappedCharacter, {
  plant: unmappedCharacterPlant,
  valid: [{ name: 'one sign', example: () => ({ files: { 'a.pdf': pdfOf({ pages: [{ lines: [['\u0001 Rents rose.', 72, 700]] }] }) } }) }],
  invalid: [],
});
