import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { letterCasePlant } from './plant.ts';
import { letterCase } from './rule.ts';

testRule(letterCase, {
  plant: letterCasePlant,
  valid: [
    { name: 'plurals of abbreviations', example: messagePair('Computers and lorries', 'PCs und LKWs') },
    { name: 'an ending behind an abbreviation', example: messagePair('To the EU', 'ELile', 'et') },
    { name: 'an ordinal in Roman numerals', example: messagePair('The 20th century', 'Le XXème siècle', 'fr') },
    { name: 'Dutch ij', example: messagePair('Iceland is an island.', 'IJsland is een eiland.', 'nl') },
    { name: 'a name as the source writes it', example: messagePair('OPenly is a firm.', 'OPenly ist eine Firma.') },
    { name: 'a script without capitals', example: messagePair('TERMS AND CONDITIONS', '利用規約と条件', 'ja') },
    { name: 'abbreviations alone', example: messagePair('United Nations', 'UNO-EU') },
  ],
  invalid: [
    {
      name: 'Russian',
      example: messagePair('The rents have risen.', 'АРенда выросла.', 'ru'),
      findings: [{ messageId: 'double', certainty: 'likely', message: "'АРенда' begins with two capitals" }],
    },
    {
      name: 'a word that is usual otherwise in Swedish',
      example: messagePair({ a: 'The rents', b: 'The rents have risen.' }, { a: 'Hyrorna', b: 'HYrorna har stigit.' }, 'sv'),
      findings: [{ messageId: 'double', excerpt: 'HYrorna' }],
    },
  ],
});
