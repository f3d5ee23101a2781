import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { urlChangedPlant } from './plant.ts';
import { urlChanged } from './rule.ts';

testRule(urlChanged, {
  plant: urlChangedPlant,
  valid: [
    {
      name: 'the language of a site',
      example: messagePair('See https://en.wiki.example/a?lang=en.', 'Siehe https://de.wiki.example/a?lang=de!'),
    },
    { name: 'brackets and full stops', example: messagePair('Look it up (https://a.example/b).', '请查看（https://a.example/b）。', 'zh') },
    { name: 'a code without its hyphen', example: messagePair('Flight LH-1234 is late.', 'Flug LH1234 hat Verspätung.') },
    { name: 'an abbreviation with a year', example: messagePair('The G20 and the 1980s', 'Die G20 und die 1980er') },
    { name: 'either or', example: messagePair('He and/or she, 1/2, 24/7', 'Er und/oder sie, 1/2, 24/7') },
    { name: 'a decimal number', example: messagePair('It costs 3.50, e.g. today.', 'Es kostet 3,50, z.B. heute.') },
  ],
  invalid: [
    {
      name: 'another domain, in a document',
      example: documentPair('See https://a.example/b for more.', 'Mehr unter https://a.exampel/b dazu.'),
      findings: [{ messageId: 'changed', certainty: 'likely', excerpt: 'https://a.exampel/b' }],
    },
    {
      name: 'a file name, a path and a handle',
      example: messagePair('Open report.xlsx in /usr/share/x, ask @anna_b', 'Öffnen Sie bericht.xlsx in /usr/teilen/x, fragen Sie @anne_b'),
      findings: [
        { messageId: 'changed', excerpt: 'bericht.xlsx' },
        { messageId: 'changed', excerpt: '/usr/teilen/x' },
        { messageId: 'changed', excerpt: '@anne_b' },
      ],
    },
    {
      name: 'one that is new',
      example: messagePair('Ask us.', 'Fragen Sie uns: info@a.example'),
      findings: [{ messageId: 'added', certainty: 'hint' }],
    },
  ],
});
