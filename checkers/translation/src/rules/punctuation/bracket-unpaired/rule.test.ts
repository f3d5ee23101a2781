import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { bracketUnpairedPlant } from './plant.ts';
import { bracketUnpaired } from './rule.ts';

testRule(bracketUnpaired, {
  plant: bracketUnpairedPlant,
  valid: [
    { name: 'a bracket that is spoken of', example: documentPair('A value with `{` is json.', 'Ein Wert mit "{" ist json.') },
    { name: 'full-width with half-width', example: messagePair('The rents (new) rose.', '租金（新)上涨。', 'zh') },
    { name: 'a list', example: messagePair('a) First of all', 'a) Zuallererst') },
    { name: 'a smiley', example: messagePair('Done :)', 'Fertig :)') },
    { name: 'a pair that is gone', example: messagePair('The rents (new) rose.', 'Die neuen Mieten stiegen.') },
    { name: 'a number in quotation marks', example: messagePair('Text for one', 'Text für den Wert "1"') },
    { name: 'an abbreviation of Hebrew', example: messagePair('Send an email', 'שלח דוא"ל', 'he') },
    { name: 'inches', example: messagePair('A 5" screen', 'Ein 5"-Bildschirm') },
    { name: 'quotation marks of another language', example: messagePair('He said “yes”.', 'Il a dit « oui ».', 'fr') },
  ],
  invalid: [
    {
      name: 'corner brackets',
      example: messagePair('He said “yes” and left.', '彼は「はいと言って去った。', 'ja'),
      findings: [{ messageId: 'unpaired', certainty: 'likely', excerpt: '「' }],
    },
  ],
});
