import type { SectionExpectation } from '@preflag/core';
import type { Section } from './facts/outline.ts';
import { titleKey } from './title-key.ts';

/** The section that the job asks for; of several the one with the most in it. */
export function sectionOf(sections: readonly Section[], expected: SectionExpectation): Section | undefined {
  return bestOf(sections.filter((section) => isSection(section, expected)));
}

/** Titles match without regard to number, case, punctuation and level; what follows a colon or a dash is free. */
export function isSection({ key, title, depth }: Section, { title: expected, aliases }: SectionExpectation): boolean {
  const wanted = new Set([expected, ...aliases].map(titleKey).filter((name) => name !== ''));
  if (wanted.has(key)) return true;
  const head = /^(.{3,60}?)\s*(?::|：|\s[–—-]\s)/u.exec(title.replace(/^\s*\d+(?:\.\d+)*[.:)]\s*/, ''))?.[1];
  return head !== undefined && depth < 7 && wanted.has(titleKey(head));
}

/** Of several with the same title, the one with the most in it. */
export function bestOf(sections: readonly Section[]): Section | undefined {
  return sections.toSorted((a, b) => Number(b.hasContent) - Number(a.hasContent) || b.words.most - a.words.most)[0];
}
