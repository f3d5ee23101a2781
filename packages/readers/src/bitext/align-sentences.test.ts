import { describe, expect, it } from 'vitest';
import { findSentenceGaps, type SentencePair } from './align-sentences.ts';
import { lengthModel } from './length-model.ts';
import { sentenceSplitter } from './sentences.ts';

const SOURCE = [
  'The bridge was opened in 1887 by the mayor of Porto.',
  'Nobody had believed that it would carry trains, but it did so for a hundred years and more.',
  'Since 2003 only pedestrians and trams have been allowed on it.',
  'The lower deck is for cars.',
];
const TARGET = [
  'Die Brücke wurde 1887 vom Bürgermeister von Porto eröffnet.',
  'Niemand hatte geglaubt, dass sie Züge tragen würde, doch sie tat es hundert Jahre lang und länger.',
  'Seit 2003 dürfen nur noch Fußgänger und Straßenbahnen auf sie.',
  'Die untere Ebene ist für Autos.',
];

describe('findSentenceGaps', () => {
  it('finds nothing where all have a partner', () => {
    expect(gapsIn(SOURCE, TARGET)).toEqual([]);
  });

  it('names a sentence of the source that has none', () => {
    expect(gapsIn(SOURCE, TARGET.toSpliced(1, 1))).toEqual([['source', [SOURCE[1]]]]);
  });

  it('names one of the target that has none', () => {
    expect(gapsIn(SOURCE.toSpliced(2, 1), TARGET)).toEqual([['target', [TARGET[2]]]]);
  });

  it('names all that may be the one, where they are alike', () => {
    const alike = ['He came.', 'She went.', 'It stayed.'];
    const [gap] = gapsIn([...alike, SOURCE[1]!], ['Er kam.', 'Es blieb.', TARGET[1]!]) ?? [];
    // Two short sentences may also have become one.
    expect(gap?.[1] ?? alike).toEqual(alike);
    const long = SOURCE.map((text) => text.replace(/\d+/, 'June'));
    const [found] = gapsIn([long[0]!, long[2]!, long[3]!], [TARGET[0]!.replace('1887', 'Juni'), TARGET[3]!]) ?? [];
    expect(found?.[1]).toContain(long[2]);
  });

  it('takes two sentences that became one for one', () => {
    expect(
      gapsIn(SOURCE, [
        TARGET[0]!,
        `${TARGET[1]!.slice(0, -1)}, und seit 2003 dürfen nur noch Fußgänger und Straßenbahnen auf sie.`,
        TARGET[3]!,
      ]),
    ).toEqual([]);
  });

  it('leaves alone what was made into a few sentences, or one, of the same length', () => {
    const one = `${TARGET.map((text) => text.slice(0, -1)).join('; ')}.`;
    expect(gapsIn(SOURCE, [one])).toEqual([]);
  });

  it('looks at paragraphs of up to 100 sentences, and says where there are more', () => {
    const many = (count: number): string[] =>
      Array.from({ length: count }, (_, index) => `Number ${1000 + index} stands in this row of the list.`);
    expect(gapsIn(many(100), many(100).toSpliced(50, 1))).toEqual([['source', ['Number 1050 stands in this row of the list.']]]);
    expect(gapsIn(many(102), many(101))).toBeUndefined();
  });
});

/** The gaps of one paragraph, by the texts that may be the one. */
function gapsIn(source: readonly string[], target: readonly string[]): [string, string[]][] | undefined {
  const [split, splitTarget] = [sentenceSplitter('en'), sentenceSplitter('de')];
  if (!split || !splitTarget) throw new Error('These languages have sentences.');
  const pair: SentencePair = { source: split(source.join(' ')), target: splitTarget(target.join(' ')) };
  return findSentenceGaps([pair], lengthModel('en', 'de'))[0]?.map(({ side, candidates }) => [side, candidates.map(({ text }) => text)]);
}
