import type { Placeholder } from './find-placeholders.ts';
import { findPlaceholders } from './find-placeholders.ts';

export interface PlaceholderGap {
  /** What the source has and the target has not; each once, those without a name as often as they are missing. */
  readonly missing: readonly Placeholder[];
  readonly added: readonly Placeholder[];
  /** Both have the same ones without a number, but the target has them in another order, so that each stands for the wrong value. */
  readonly isReordered: boolean;
}

/** Languages that write the percent sign before the number: %5 is no placeholder in them. */
const PERCENT_FIRST = new Set(['tr', 'eu', 'ku', 'az', 'ar', 'fa', 'he', 'ur']);

/** Compares the placeholders of a text with those of its translation; languages in ISO 639-1. `undefined` when there is nothing to say. */
export function comparePlaceholders(
  source: { readonly text: string; readonly language: string | undefined },
  target: { readonly text: string; readonly language: string | undefined },
): PlaceholderGap | undefined {
  const mayBePercent = [source, target].some(({ language }) => language === undefined || PERCENT_FIRST.has(language));
  const [left = [], right = []] = [source, target].map(({ text }) =>
    findPlaceholders(text).filter(({ kind }) => kind !== 'percent' || !mayBePercent),
  );
  if (left.length === 0 && right.length === 0) return undefined;
  const [from, to] = [numbered(left, right), numbered(right, left)];
  const missing = withoutThose(from, to).filter(({ text }) => isUnread(text, target.text, right));
  const added = withoutThose(to, from).filter(({ text }) => isUnread(text, source.text, left));
  const [order, newOrder] = [orderOf(from), orderOf(to)];
  const isReordered = missing.length + added.length === 0 && order.length === newOrder.length && order.join() !== newOrder.join();
  return missing.length + added.length > 0 || isReordered ? { missing, added, isReordered } : undefined;
}

/** `%s` as `%2$s`, where the other side has numbers: a translation may put them into another order so. */
function numbered(own: readonly Placeholder[], other: readonly Placeholder[]): readonly Placeholder[] {
  const isNumbered = (all: readonly Placeholder[]): boolean => all.some(({ key }) => /^%\d+\$/.test(key));
  if (!isNumbered(own) && !isNumbered(other)) return own;
  let position = 0;
  return own.map((one) => {
    if (one.kind !== 'position' || one.text === '{}') return one;
    position += 1;
    return { ...one, key: one.key.replace('%', `%${position}$`), kind: 'name' };
  });
}

function withoutThose(own: readonly Placeholder[], other: readonly Placeholder[]): Placeholder[] {
  const counts = new Map<string, number>();
  for (const { key } of other) counts.set(key, (counts.get(key) ?? 0) + 1);
  const seen = new Set<string>();
  return own.filter(({ key, kind }) => {
    const count = counts.get(key) ?? 0;
    if (kind === 'position') counts.set(key, count - 1);
    const isFirst = kind === 'position' || !seen.has(key);
    seen.add(key);
    return count <= 0 && isFirst;
  });
}

/** False where the other side has the same signs at a place that is not read as a placeholder: `%ds` for seconds. */
function isUnread(text: string, other: string, found: readonly Placeholder[]): boolean {
  return found.some((one) => one.text === text) || !other.includes(text);
}

function orderOf(all: readonly Placeholder[]): string[] {
  return all.flatMap(({ key, kind }) => (kind === 'position' ? [key] : []));
}
