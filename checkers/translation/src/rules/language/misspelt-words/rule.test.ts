import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { catalogExample, messagePair } from '../../../pair-plants.ts';
import { misspeltWordsPlant } from './plant.ts';
import { misspeltWords } from './rule.ts';

const texts = (...targets: readonly string[]): ReturnType<typeof catalogExample> =>
  catalogExample('app.json', JSON.stringify(targets), 'en', {
    path: 'source.json',
    text: JSON.stringify(targets.map(() => 'Öffnen Sie user_adress.')),
  });

testRule(misspeltWords, {
  plant: misspeltWordsPlant,
  valid: [
    { name: 'names and terms', example: texts('Mr Adress met Preflag in Hofdorf near the quuxxx.') },
    { name: 'addresses and names in programs', example: texts('See www.adress.example, user_adress, {adress} and adress.ts or <adress>.') },
    { name: 'what the source has', example: texts('The adress stays.') },
  ],
  invalid: [
    {
      name: 'several words',
      example: texts('The lettter is here.', 'The lettter and the langauge.'),
      findings: [
        {
          messageId: 'misspelt',
          certainty: 'hint',
          message: "3 of 6 words may be misspelt: 'lettter' 2 times (letter?), 'langauge' (language?)",
          excerpt: 'lettter',
        },
      ],
    },
  ],
});

it('says what to install for another language', async () => {
  const { checks } = await runExample([misspeltWords], messagePair('You can close it.', 'Voit sulkea sen.', 'fi'));
  expect(checks.map(({ reason }) => [reason?.code, reason?.text])).toEqual([
    ['language', 'No dictionary of this language is installed: npm install dictionary-fi'],
  ]);
});
