import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { repeatedWordPlant } from './plant.ts';
import { repeatedWord } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(repeatedWord, {
  plant: repeatedWordPlant,
  valid: [
    { name: 'a value beside its word', example: { files: { 'a.txt': 'Options: -x FILE file to leave out, --exclude=NAME name of it\n' } } },
    { name: 'equal values', example: { files: { 'a.txt': 'The row holds nil nil nil and the value none none none none.\n' } } },
    { name: 'a handle and a name', example: { files: { 'a.md': 'Written by Dane, daniel Daniel Collins and others of the team.\n' } } },
    { name: 'good English', example: text('He had had the idea that that was very very far. What it is is clear.') },
    { name: 'names', example: text('Yang Yang and Lu Lu met in Baden Baden.') },
    { name: 'numbers, marks and lines', example: text('10 10 times, word. Word, word-word, a a b.') },
    { name: 'good German', example: text('Das ist die Frau, die die Miete zahlt, und der Mann, der der Firma hilft.') },
    { name: 'code', example: text('Run `the the` and `x` x.') },
  ],
  invalid: [
    {
      name: 'good English is no good German',
      example: text('Der Preis ist ist hoch, und die Miete ist es auch.'),
      findings: [{ messageId: 'twice', excerpt: 'ist ist', message: "The word 'ist' stands twice" }],
    },
  ],
});

it('says that doubled words are not checked in Indonesian', async () => {
  const { checks } = await runExample([repeatedWord], {
    ...text('Anak anak itu bermain.'),
    job: { deliverables: [{ path: 'a.md', language: 'id' }] },
  });
  expect(checks).toMatchObject([{ outcome: 'not-checked', reason: { code: 'language' } }]);
});
