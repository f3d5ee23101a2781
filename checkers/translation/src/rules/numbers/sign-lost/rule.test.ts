import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { signLostPlant } from './plant.ts';
import { signLost } from './rule.ts';

testRule(signLost, {
  plant: signLostPlant,
  valid: [
    { name: 'percent in words', example: messagePair('It rose by 12%.', 'Es stieg um 12 Prozent.') },
    { name: 'percent in Chinese', example: messagePair('It rose by 12%.', '上涨了百分之12。', 'zh') },
    { name: 'percent in Arabic', example: messagePair('It rose by 12%.', 'ارتفع بنسبة 12٪.', 'ar') },
    { name: 'the euro in words', example: messagePair('It costs €5.', 'Это стоит 5 евро.', 'ru') },
    { name: 'a code for a sign', example: messagePair('It costs $5.', 'Es kostet 5 USD.') },
    { name: 'both currencies', example: messagePair('It costs $5 (€4).', 'Es kostet 4 € oder 5 Dollar.') },
    { name: 'an e-mail address', example: messagePair('Write to info@firm.example.', 'Schreiben Sie uns.') },
    { name: 'a printf placeholder', example: messagePair('%d files and %s', '%d Dateien und %s') },
  ],
  invalid: [
    {
      name: 'dollars for euros',
      example: messagePair('It costs €5.', 'Cela coûte 5 $.', 'fr'),
      findings: [{ messageId: 'currency', certainty: 'likely', message: "The source has an amount in '€', the translation one in '$'" }],
    },
    {
      name: 'no currency',
      example: messagePair('It costs €5.', 'Cela coûte 5.', 'fr'),
      findings: [{ messageId: 'amount', certainty: 'hint' }],
    },
  ],
});
