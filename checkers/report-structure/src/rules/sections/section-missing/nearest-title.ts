import type { SectionExpectation } from '@preflag/core';
import type { Section } from '../../../facts/outline.ts';
import { titleKey } from '../../../title-key.ts';

const SMALL = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'for',
  'in',
  'on',
  'to',
  'der',
  'die',
  'das',
  'und',
  'le',
  'la',
  'les',
  'de',
  'des',
  'et',
  'el',
  'los',
  'las',
  'y',
  'e',
  'o',
  'da',
  'do',
  'di',
]);
const LEAST = 0.5;

/** The section whose title has most in common with what was asked for; `undefined` when none has half of the words. */
export function nearestTitle({ title, aliases }: SectionExpectation, sections: readonly Section[]): Section | undefined {
  const wanted = [title, ...aliases].map(titleKey);
  let [best, score]: [Section | undefined, number] = [undefined, 0];
  for (const section of sections) {
    const own = Math.max(...wanted.map((name) => likeness(name, section.key)));
    if (own > score) [best, score] = [section, own];
  }
  return score >= LEAST ? best : undefined;
}

/** The share of the shorter title's words that the other has too, by their first letters; of characters in scripts without spaces. */
function likeness(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  if (first.size === 0 || second.size === 0) return 0;
  const shared = [...first].filter((part) => second.has(part)).length;
  return shared / Math.min(first.size, second.size) - Math.abs(first.size - second.size) * 0.05;
}

function partsOf(key: string): Set<string> {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(key)) return new Set(key.replaceAll(' ', ''));
  return new Set(
    key
      .split(' ')
      .filter((word) => word !== '' && !SMALL.has(word))
      .map((word) => word.slice(0, 6)),
  );
}
