import { compileFinder, type PatternMatch } from '@preflag/core';

/** Finds the placeholders that the job has patterns for, in order; none lies within another. */
export type FindOwn = (text: string) => readonly PatternMatch[];

/** Where several patterns match the same place the longest match counts. */
export function ownPlaceholders(patterns: readonly string[]): FindOwn {
  const finders = patterns.map((pattern) => compileFinder(pattern));
  return (text) => {
    const all = finders.flatMap((find) => find(text)).filter((match) => match.text !== '');
    const found: PatternMatch[] = [];
    let end = 0;
    for (const match of all.toSorted((a, b) => a.offset - b.offset || b.text.length - a.text.length)) {
      if (match.offset < end) continue;
      found.push(match);
      end = match.offset + match.text.length;
    }
    return found;
  };
}

export interface OwnGap {
  readonly missing: readonly PatternMatch[];
  readonly added: readonly PatternMatch[];
}

/**
 * Compares how often each stands in the two texts; in messages with plural forms or choices, whose number differs by language, only
 * whether it stands there.
 */
export function compareOwn(source: readonly PatternMatch[], target: readonly PatternMatch[], isChoice: boolean): OwnGap {
  return { missing: withoutThose(source, target, isChoice), added: withoutThose(target, source, isChoice) };
}

function withoutThose(own: readonly PatternMatch[], other: readonly PatternMatch[], isChoice: boolean): readonly PatternMatch[] {
  if (own.length === 0) return own;
  const counts = new Map<string, number>();
  for (const { text } of other) counts.set(text, (counts.get(text) ?? 0) + 1);
  const seen = new Set<string>();
  return own.filter(({ text }) => {
    const count = counts.get(text) ?? 0;
    const isCounted = isChoice && seen.has(text);
    seen.add(text);
    if (!isChoice) counts.set(text, count - 1);
    return count <= 0 && !isCounted;
  });
}

/** The text with the job's own placeholders blanked, at the same offsets, so that they are not found a second time. */
export function withoutOwn(text: string, found: readonly PatternMatch[]): string {
  let blanked = text;
  for (const { text: one, offset } of found)
    blanked = blanked.slice(0, offset) + '\uFFFC'.repeat(one.length) + blanked.slice(offset + one.length);
  return blanked;
}
