import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { documentPair, messagePair, subtitleExample } from '../../../pair-plants.ts';
import { sentenceMissingPlant } from './plant.ts';
import { sentenceMissing } from './rule.ts';

const SOURCE =
  'The tower was built in 1904 by a merchant from Lisbon. It burnt down twice, and both times the town collected money for a new roof. Visitors may climb its 212 steps every day but Monday.';
const FIRST = 'Der Turm wurde 1904 von einem Kaufmann aus Lissabon gebaut.';
const SECOND = 'Er brannte zweimal ab, und beide Male sammelte die Stadt Geld für ein neues Dach.';
const THIRD = 'Besucher dürfen seine 212 Stufen jeden Tag außer Montag hinaufsteigen.';

testRule(sentenceMissing, {
  plant: sentenceMissingPlant,
  valid: [
    {
      name: 'two sentences that became one',
      example: documentPair(
        SOURCE,
        `${FIRST.slice(0, -1)}, brannte zweimal ab, und beide Male sammelte die Stadt Geld für ein neues Dach. ${THIRD}`,
      ),
    },
    {
      name: 'one sentence that became two',
      example: documentPair(SOURCE, `${FIRST} Er brannte zweimal ab. Beide Male sammelte die Stadt Geld für ein neues Dach. ${THIRD}`),
    },
    {
      name: 'abbreviations and ordinals, which end no sentence',
      example: documentPair(
        'The council met on October 3, for instance, in the old town hall. The mayor opened the meeting at nine.',
        'Der Rat traf sich z. B. am 3. Oktober im alten Rathaus. Der Bürgermeister eröffnete die Sitzung um neun.',
      ),
    },
    {
      name: 'a line that is broken within a sentence',
      example: documentPair(SOURCE, `${FIRST}\n${SECOND.replace(' Male ', '\nMale ')} ${THIRD}`),
    },
    {
      name: 'the help of a command, in columns',
      example: messagePair(
        'Usage:\n  -a   show all files\n  -b   show the size of each file in blocks\n',
        'Aufruf:\n  -a   Alle Dateien zeigen.\n       Auch die, die mit einem Punkt beginnen.\n  -b   Größe in Blöcken zeigen.\n',
      ),
    },
    {
      name: 'subtitles, which are cut for the screen',
      example: subtitleExample([`1-9 ${SOURCE}`], [`1-9 ${FIRST} ${THIRD}`]),
    },
  ],
  invalid: [
    {
      name: 'a sentence without a partner, between two with numbers',
      example: documentPair(SOURCE, `${FIRST} ${THIRD}`),
      findings: [
        {
          messageId: 'missing',
          certainty: 'likely',
          message:
            "The sentence 'It burnt down twice, and both times the town collected mone…' of the source seems to be missing in the translation",
        },
      ],
    },
    { name: 'a message', example: messagePair(SOURCE, `${FIRST} ${SECOND}`), findings: [{ messageId: 'missing' }] },
    {
      name: 'a sentence that was added, where it stands',
      example: documentPair(`${SOURCE.split('. ')[0]}. ${SOURCE.split('. ')[2]}`, `${FIRST} ${SECOND} ${THIRD}`),
      findings: [{ messageId: 'added', certainty: 'hint', at: { offset: FIRST.length + 1, length: SECOND.length } }],
    },
    {
      name: 'Chinese, which has no spaces',
      example: documentPair(SOURCE, '这座塔由一位里斯本商人于1904年建造。除星期一外，游客每天都可以登上它的212级台阶。', 'zh'),
      findings: [{ messageId: 'missing' }],
    },
  ],
});

it('names the sentence in whole, and shows the part of a long source that has it', async () => {
  const long = (first: string, last: string): string => `${first} ${last}`.trim();
  const example = documentPair(
    long(`${SOURCE} `.repeat(3), 'In 1967 a school moved in. The last pupils left it in 1998 for a new house.'),
    long(`${FIRST} ${SECOND} ${THIRD} `.repeat(3), 'Die letzten Schüler verließen sie 1998 für ein neues Haus.'),
  );
  const [finding] = (await runExample([sentenceMissing], example)).findings;
  expect(finding?.evidence.expected).toBe('In 1967 a school moved in.');
  expect(finding?.related?.map(({ label, is }) => [label, is])).toEqual([
    [expect.stringMatching(/^the source: '….* In 1967 a school moved in\. .*'$/), 'source'],
  ]);
});

it('names each of two sentences of which one is missing, in the message and in whole', async () => {
  const planted = await sentenceMissingPlant.ways['a sentence was left out']?.(await sentenceMissingPlant.clean());
  const [finding] = planted ? (await runExample([sentenceMissing], planted.example)).findings : [];
  expect([finding?.message, finding?.evidence.expected]).toMatchInlineSnapshot(`
    [
      "One of 2 sentences of the source seems to be missing in the translation: 'It buys old houses, rebuilds them an…', 'Whoever is on the list waits for a l…'",
      "It buys old houses, rebuilds them and lets them at a fixed price. / Whoever is on the list waits for a little less than two years.",
    ]
  `);
});

it('says that it does not know where sentences end in Thai', async () => {
  const { checks } = await runExample([sentenceMissing], documentPair(SOURCE, 'หอคอยนี้สร้างขึ้นในปี 1904 โดยพ่อค้าจากลิสบอน', 'th'));
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['not-checked', 'language']]);
});
