import { testRule } from '@preflag/testing/rule-tester';
import { subtitleExample } from '../../../pair-plants.ts';
import { subtitleTimingPlant } from './plant.ts';
import { subtitleTiming } from './rule.ts';

const SOURCE = ['1-3 Good evening.', '4-6 We are late.', '7-9 Good night.'];

testRule(subtitleTiming, {
  plant: subtitleTimingPlant,
  valid: [
    { name: 'a rounded millisecond', example: subtitleExample(SOURCE, ['1.001-3 Guten Abend.', '4-6 Wir sind spät.', '7-9 Gute Nacht.']) },
    { name: 'two speakers at once, as in the source', example: subtitleExample(['1-3 Yes.', '2-4 No.'], ['1-3 Ja.', '2-4 Nein.']) },
  ],
  invalid: [
    {
      name: 'everything is later',
      example: subtitleExample(SOURCE, ['2-4 Guten Abend.', '5-7 Wir sind spät.', '8-10 Gute Nacht.']),
      findings: [{ messageId: 'shifted', certainty: 'likely', message: 'All cues are shown 1 s later than in the source' }],
    },
    {
      name: 'a file that was timed anew',
      example: subtitleExample(
        Array.from({ length: 12 }, (_, index) => `${index * 3}-${index * 3 + 2} Good evening.`),
        Array.from({ length: 12 }, (_, index) => `${index * 3 + (index > 0 ? 0.3 : 0)}-${index * 3 + 2.1 + index / 100} Guten Abend.`),
      ),
      findings: [
        {
          messageId: 'retimed',
          certainty: 'likely',
          message: '12 of 12 cues are shown at other times than in the source, the farthest by 0.3 s',
        },
      ],
    },
    {
      name: 'another order',
      example: subtitleExample(SOURCE, ['4-6 Wir sind spät.', '1-3 Guten Abend.', '7-9 Gute Nacht.']),
      findings: [
        { messageId: 'order', certainty: 'certain' },
        { messageId: 'moved', message: 'The cue is shown from 0:00:04 to 0:00:06, in the source from 0:00:01 to 0:00:03' },
        { messageId: 'moved' },
      ],
    },
    {
      name: 'one that ends before it begins',
      example: subtitleExample(SOURCE, ['1-3 Guten Abend.', '4-3 Wir sind spät.', '7-9 Gute Nacht.']),
      findings: [{ messageId: 'length' }, { messageId: 'moved' }],
    },
    {
      name: 'one that begins before the last one ends',
      example: { files: { 'film.srt': '1\n00:00:01,000 --> 00:00:03,000\nA\n\n2\n00:00:02,000 --> 00:00:04,000\nB\n' } },
      findings: [{ messageId: 'overlap', certainty: 'hint' }],
    },
  ],
});
