import { expect, it, test } from 'vitest';
import { findSentenceGaps } from './align-sentences.ts';
import { lengthModel } from './length-model.ts';
import { sentenceSplitter } from './sentences.ts';

test.each([
  ['abbreviations', 'z. B. '],
  ['ordinals', '3. A '],
  ['line breaks', ' \n'],
  ['points', '. '],
])('a text of %s is split', (_, unit) => {
  const sentences = sentenceSplitter('de')?.(`Eins ist da. ${unit.repeat(100_000)}`) ?? [];
  expect(sentences[0]?.text).toContain('Eins ist da.');
});

it('leaves paragraphs out when a file has too many sentences', () => {
  const split = sentenceSplitter('en');
  const paragraph = (count: number) => split?.('One thing is here. '.repeat(count)) ?? [];
  const gaps = findSentenceGaps(
    Array.from({ length: 200 }, () => ({ source: paragraph(90), target: paragraph(80) })),
    lengthModel('en', 'de'),
  );
  expect([gaps[0], gaps.at(-1)]).toEqual([expect.any(Array), undefined]);
});
