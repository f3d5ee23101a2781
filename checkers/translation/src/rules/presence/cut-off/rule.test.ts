import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { cutOffPlant } from './plant.ts';
import { cutOff } from './rule.ts';

const SOURCE = 'The rents of the old town have risen again this year.';

testRule(cutOff, {
  plant: cutOffPlant,
  valid: [
    {
      name: 'a list item without a full stop',
      example: messagePair(SOURCE, 'Die Mieten der Altstadt sind in diesem Jahr wieder gestiegen'),
    },
    { name: 'a label that asks for more', example: messagePair('Log in to your account on the', 'Melden Sie sich an bei der') },
    { name: 'Thai, which has no full stop', example: messagePair(SOURCE, 'ค่าเช่าในเมืองเก่าขึ้น', 'th') },
    { name: 'three points', example: messagePair(SOURCE, 'Die Mieten der Altstadt sind in diesem Jahr...') },
    { name: 'Chinese', example: messagePair(SOURCE, '老城区的租金今年再次上涨。', 'zh') },
  ],
  invalid: [
    {
      name: 'behind an article in French',
      example: messagePair(SOURCE, 'Cette année encore, les loyers de la vieille ville ont augmenté dans le', 'fr'),
      findings: [
        { messageId: 'open', certainty: 'likely', message: "The translation breaks off behind 'le'; the source is a whole sentence" },
      ],
    },
    {
      name: 'behind a comma in Chinese',
      example: messagePair(SOURCE, '老城区的租金今年，', 'zh'),
      findings: [{ messageId: 'open', excerpt: '老城区的租金今年，' }],
    },
  ],
});
