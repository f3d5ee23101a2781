import { expect, test } from 'vitest';
import { defuseMarkdown, MASK } from './defuse-markdown.ts';

test.each<[string, string]>([
  ['quotes apart', '> a\n\n'.repeat(40_000)],
  ['deep quotes apart', `${'>'.repeat(50)} a\n\n`.repeat(10_000)],
  [
    'quotes that grow',
    Array.from({ length: 99 }, (_, depth) => `${'>'.repeat(depth + 1)} a`)
      .join('\n\n')
      .repeat(60),
  ],
  ['deep lists in lines', `${'- '.repeat(8)}a\n\n`.repeat(10_000)],
  ['lists in lists', '- a\n  - b\n  - c\n'.repeat(20_000)],
])('the parser is kept from %s in numbers that it cannot bear', (_, text) => {
  const { text: defused, places } = defuseMarkdown(text, 100);
  expect(places.length).toBeGreaterThan(0);
  expect(defused).toHaveLength(text.length);
  // The beginning keeps its meaning, and letters are never touched.
  expect(defused.startsWith(text.slice(0, 10_000))).toBe(true);
  expect(defused.replaceAll(MASK, '').replaceAll(/[^abc]/g, '')).toBe(text.replaceAll(/[^abc]/g, ''));
});

test.each<[string, string]>([
  ['a long list', '- a\n'.repeat(30_000)],
  ['a long list with blank lines', '- a\n\n'.repeat(30_000)],
  ['many lists between paragraphs', '- a\n- b\n\npara\n\n'.repeat(20_000)],
  ['many quotes between paragraphs', '> a\n\npara\n\n'.repeat(20_000)],
  ['a letter with answers in answers', '>>> a\n>> b\n> c\n\n'.repeat(800)],
])('%s is left as it is', (_, text) => {
  expect(defuseMarkdown(text, 100)).toEqual({ text, places: [] });
});
