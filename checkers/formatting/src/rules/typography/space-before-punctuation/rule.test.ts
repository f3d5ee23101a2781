import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { spaceBeforePunctuationPlant } from './plant.ts';
import { spaceBeforePunctuation } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(spaceBeforePunctuation, {
  plant: spaceBeforePunctuationPlant,
  valid: [
    { name: 'French', example: text('Les loyers sont en hausse ! Et les prix ? Voici la liste : rien.') },
    { name: 'names and numbers', example: text('It runs on .NET with .5 of the load, and so on ... or . . . :) ;-)') },
    { name: 'the title of a source', example: text('[1] https://a.org/x - Rents : A\n[2] https://b.org/y - Wages : B') },
    { name: 'code', example: text('Write `a , b` or `c .`.') },
  ],
  invalid: [
    {
      name: 'a comma in French',
      example: text('Les loyers sont en hausse , et les prix aussi.'),
      findings: [{ messageId: 'stop', message: "A space stands before ','", certainty: 'likely' }],
    },
  ],
});

it('proposes to take it out', async () => {
  const { findings } = await runExample([spaceBeforePunctuation], text('Rents rose in May , and fell.'));
  expect(findings[0]?.fixes).toMatchObject([{ safety: 'safe', edits: [{ from: ' ,', to: ',' }] }]);
});
