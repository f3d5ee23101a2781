import { testRule } from '@preflag/testing/rule-tester';
import { subtitleExample } from '../../../pair-plants.ts';
import { subtitleLayoutPlant } from './plant.ts';
import { subtitleLayout } from './rule.ts';

testRule(subtitleLayout, {
  plant: subtitleLayoutPlant,
  valid: [
    {
      name: 'tags do not count',
      example: subtitleExample(['1-4 <i>Good</i> evening.'], ['1-4 <font color="#ffffff"><i>Guten Abend, liebe Leute.</i></font>']),
    },
    { name: 'a source that is as long', example: subtitleExample([`1-9 ${'long '.repeat(12)}`], [`1-9 ${'lang '.repeat(12)}`]) },
    { name: 'signs of double width', example: subtitleExample(['1-4 Good evening.'], ['1-4 各位晚上好，火车已经开走了。'], 'zh') },
  ],
  invalid: [
    {
      name: 'too fast to be read',
      example: subtitleExample(['1-2 Good evening.'], ['1-2 Einen schönen guten Abend.']),
      findings: [{ messageId: 'speed', certainty: 'likely', message: 'The cue is to be read at 26 characters a second, more than 21' }],
    },
    {
      name: 'without a source',
      example: { files: { 'film.srt': '1\n00:00:01,000 --> 00:00:09,000\nDer Zug nach Hannover ist gerade eben abgefahren.\n' } },
      findings: [{ messageId: 'lineHint', certainty: 'hint' }],
    },
  ],
});
