import { describe, expect, it } from 'vitest';
import { cutAround, spansOf } from './spans.ts';

describe('spansOf', () => {
  it.each([
    ['a number, and not within a longer one', '212', '1212 steps, 212.5 m, 2,212 or 212.', ['212']],
    ['a word, and not within a longer one', 'run', 'rerun, runs, then run', ['run']],
    ['each place', 'Save', 'Save or Save As', ['Save', 'Save']],
    ['in scripts without spaces', '時間', '45時間です', ['時間']],
    ['over the end of a line', 'It burnt down', 'In 1904 it stood. It burnt\n  down.', ['It burnt\n  down']],
    ['what a message has cut', 'It burnt dow…', 'It burnt down.', []],
    ['what a message has cut between words', 'It burnt…', 'It burnt down.', ['It burnt']],
    ['signs that it ends with', '.', 'One. Two. “Three.”', ['.']],
    ['signs that it has once', '£', 'The fee is £250 today.', ['£']],
    ['signs in the middle, none of which is the one', ',', 'One, two, three', []],
    ['a sign and its number, with a space or without', '£ 250', 'The fee is £250 today.', ['£250']],
    ['signs of patterns', 'a.*(b)', 'see a.*(b) there', ['a.*(b)']],
    ['nothing', ' ', 'One two', []],
  ])('%s', (_, part, text, found) => {
    expect(spansOf(part, text).map(([start, end]) => text.slice(start, end))).toEqual(found);
  });
});

describe('cutAround', () => {
  const text = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ');
  const at = (word: string): readonly [number, number] => [text.indexOf(word), text.indexOf(word) + word.length];

  it('leaves a short text as it is', () => {
    expect(cutAround('One two', [[4, 7]], 7)).toEqual({ text: 'One two', spans: [[4, 7]] });
  });

  it.each([
    ['the beginning where there is nothing to see', [], 'word0 word1 word2 word3 word4…'],
    ['around a place', [at('word50')], '…word49 word50 word51 word52…'],
    ['around the end', [at('word99')], '…word96 word97 word98 word99'],
    ['around two places', [at('word50'), at('word52')], '…word50 word51 word52 word53…'],
    ['around the first of two that are far apart', [at('word50'), at('word80')], '…word49 word50 word51 word52…'],
  ])('%s', (_, spans, shown) => {
    const cut = cutAround(text, spans, 30);
    expect(cut.text).toBe(shown);
    const seen = spans.map(([start, end]) => text.slice(start, end)).filter((word) => shown.includes(word));
    expect(cut.spans.map(([start, end]) => cut.text.slice(start, end))).toEqual(seen);
  });

  it('shows the beginning of what is too long itself', () => {
    const [start, end] = [text.indexOf('word50'), text.indexOf('word60')];
    const cut = cutAround(text, [[start, end]], 30);
    expect(cut).toEqual({ text: '…word50 word51 word52 word53…', spans: [[1, 28]] });
  });

  it('cuts what is too long itself, between characters', () => {
    const long = `a${'𝒳'.repeat(50)}`;
    const { text: shown, spans } = cutAround(long, [[1, long.length]], 20);
    expect(shown.length).toBeLessThanOrEqual(20);
    expect([shown.isWellFormed(), spans.length]).toEqual([true, 1]);
  });
});
