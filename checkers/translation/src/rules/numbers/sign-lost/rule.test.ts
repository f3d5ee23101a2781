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
    { name: 'the country in its name', example: messagePair('It costs USD 5, ¥300 and C$7.', 'Es kostet 5 US-Dollar, 300 Yen und 7 $.') },
    { name: 'millions', example: messagePair('It costs $5 million and €3bn.', 'Es kostet 5 Millionen Dollar und 3 Mrd. Euro.') },
    { name: 'a krone by its name', example: messagePair('It costs 50 Danish kroner.', '價格為50丹麥克朗。', 'zh-Hant') },
    { name: 'a printf placeholder', example: messagePair('%d files and %s', '%d Dateien und %s') },
  ],
  invalid: [
    {
      name: 'dollars for euros',
      example: messagePair('It costs €5.', 'Cela coûte 5 $.', 'fr'),
      findings: [
        { messageId: 'currency', certainty: 'likely', message: "The source has '€ 5', and the translation '5 $': another currency" },
      ],
    },
    {
      name: 'two that changed places',
      example: messagePair('It costs €5 or $6.', 'Es kostet 5 $ oder 6 €.'),
      findings: [
        { messageId: 'currency', excerpt: '5 $' },
        { messageId: 'currency', excerpt: '6 €' },
      ],
    },
    {
      name: 'yuan for yen in Russian',
      example: messagePair('It costs ¥500 in Japan, JPY 500.', 'В Японии это стоит 500 рублей.', 'ru'),
      findings: [{ messageId: 'currency' }, { messageId: 'currency' }],
    },
    {
      name: 'no currency',
      example: messagePair('It costs €5.', 'Cela coûte 5.', 'fr'),
      findings: [{ messageId: 'amount', certainty: 'hint' }],
    },
  ],
});
