import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { lengthDeviatesPlant } from './plant.ts';
import { lengthDeviates } from './rule.ts';

const SOURCE = 'The rents of the old town have risen again, which nobody had expected after the reform of the law.';

testRule(lengthDeviates, {
  plant: lengthDeviatesPlant,
  valid: [
    { name: 'Chinese, which is shorter', example: documentPair(SOURCE, '老城区的租金再次上涨，这是法律改革之后没有人预料到的。', 'zh') },
    { name: 'a long translation of few words', example: messagePair('Save', 'Speichern Sie Ihre Änderungen jetzt') },
    {
      name: 'two sentences that became one',
      example: documentPair(
        'Rents rose most in the south. That was not expected.',
        'Die Mieten stiegen im Süden am meisten, was niemand erwartet hatte.',
      ),
    },
  ],
  invalid: [
    {
      name: 'half of a sentence',
      example: messagePair(SOURCE, 'Die Mieten.'),
      findings: [
        {
          messageId: 'short',
          certainty: 'likely',
          message: 'The translation has 11 characters for 98 of the source, far fewer than usual: something may be missing',
        },
      ],
    },
    {
      name: 'four times as much',
      example: messagePair(SOURCE, 'Die Mieten der Altstadt sind wieder gestiegen, was nach der Reform niemand erwartet hatte; '.repeat(4)),
      findings: [{ messageId: 'long', certainty: 'likely' }],
    },
  ],
});

it('says that it needs the language', async () => {
  const example = documentPair(SOURCE, 'x');
  const { checks } = await runExample([lengthDeviates], {
    ...example,
    job: { deliverables: [{ path: 'b.md', type: 'translation', source: 'a.md' }] },
  });
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['not-checked', 'language']]);
});
