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
export function comparePlaceholders(source: Side, target: Side): PlaceholderGap | undefined {
  const mayBePercent = [source, target].some(({ language }) => language === undefined || PERCENT_FIRST.has(language));
  const texts = [withoutPercentFirst(source, target), withoutPercentFirst(target, source)] as const;
  const [left = [], right = []] = texts.map((text) => findPlaceholders(text).filter(({ kind }) => kind !== 'percent' || !mayBePercent));
  if (left.length === 0 && right.length === 0) return undefined;
  const [from, to] = [numbered(left, right), numbered(right, left)];
  const missing = withoutThose(from, to).filter(({ text }) => isRarer(text, texts[1], left));
  const added = withoutThose(to, from).filter(({ text }) => isRarer(text, texts[0], right));
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

/** False where the other side has the same signs as often, if at places that are not read as placeholders: `%ds` for seconds. */
function isRarer(text: string, other: string, own: readonly Placeholder[]): boolean {
  const needed = own.filter((one) => one.text === text).length;
  return other.split(text).length - 1 < needed;
}

interface Side {
  readonly text: string;
  readonly language: string | undefined;
}

/** `%{0}` is no Ruby where the percent sign stands first, and the other side has `{0}%`. */
function withoutPercentFirst({ text, language }: Side, other: Side): string {
  const isPercent = PERCENT_FIRST.has(language ?? '') && !other.text.includes('%{');
  return isPercent ? text.replace(/%(?=\{)/g, ' ') : text;
}

function orderOf(all: readonly Placeholder[]): string[] {
  return all.flatMap(({ key, kind }) => (kind === 'position' ? [key] : []));
}
