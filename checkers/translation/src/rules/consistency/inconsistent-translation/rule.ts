import { defineRule, type Problem, type RelatedPlace, type Rule } from '@preflag/core';
import type { Bitext } from '@preflag/readers';
import { relatedSource } from '../../../related-source.ts';
import { shortened } from '../../../shortened.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** Shorter texts mean different things in different places: Open, Close. */
const LEAST_WORDS = 3;
const LEAST_SIGNS = 6;

/**
 * Compares segments with the same source, without regard to case, white space and punctuation; the translation that comes most often, or
 * first, is taken for the right one.
 * Does not catch: the same phrase within different segments; terms.
 * Known false alarms: short sentences that mean something else elsewhere; two sources that say the same.
 */
export const inconsistentTranslation: Rule<'bitext'> = defineRule({
  id: 'translation/inconsistent-translation',
  title: 'The same text is translated in two ways',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'Readers look for a difference where there is none.',
  advice: 'Translate it in the same way everywhere, or change the source.',
  messages: {
    target: "'{{found}}' is translated differently elsewhere: '{{expected}}'",
    source: {
      text: "'{{found}}' also stands for another text: '{{other}}'",
      certainty: 'hint',
      advice: 'See whether one of the two was meant to be something else.',
    },
  },
  *check({ model, looked }) {
    // The forms of a plural stand for one text.
    const segments = translatedSegments(model).filter(({ plural }) => plural === undefined);
    looked({ segments: segments.length });
    yield* deviations(model, segments, 'source', 'target', (segment, usual) => ({
      messageId: 'target',
      data: { found: segment.target, expected: usual.target },
    }));
    yield* deviations(model, segments, 'target', 'source', (segment, usual) => ({
      messageId: 'source',
      data: { found: segment.target, other: usual.source },
    }));
  },
});

type Side = 'source' | 'target';

/** Segments that have the same text on one side, and on the other one that is not the usual one there. */
function* deviations(
  model: Bitext,
  segments: readonly TranslatedSegment[],
  same: Side,
  other: Side,
  say: (segment: TranslatedSegment, usual: TranslatedSegment) => Pick<Problem, 'messageId' | 'data'>,
): Generator<Problem> {
  for (const group of repeated(segments, same)) {
    const versions = [...groupedBy(group, other).values()].toSorted((a, b) => b.length - a.length);
    const usual = versions[0]?.[0];
    if (!usual) continue;
    for (const segment of versions.slice(1).flat())
      yield {
        ...say(segment, usual),
        at: { kind: 'segment', id: segment.id },
        related: [...relatedSource(model, segment), ...otherPlace(usual, other)],
        group: `${same} ${folded(segment[same])}`,
      };
  }
}

function otherPlace({ targetAt, ...usual }: TranslatedSegment, side: Side): readonly RelatedPlace[] {
  const name = side === 'target' ? 'the other translation' : 'the other source';
  return targetAt ? [{ at: targetAt, label: `${name}: '${shortened(usual[side], 120)}'` }] : [];
}

function groupedBy(segments: readonly TranslatedSegment[], side: Side): Map<string, TranslatedSegment[]> {
  return Map.groupBy(segments, (segment) => `${segment.language ?? ''} ${folded(segment[side])}`);
}

/** Segments with the same text on one side, which is long enough. */
function repeated(segments: readonly TranslatedSegment[], side: Side): TranslatedSegment[][] {
  // Most texts stand alone, and it shows faster than they are folded.
  const counts = new Map<string, number>();
  const keys = segments.map((segment) => roughKey(segment[side]));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const alike = segments.filter((segment, at) => (counts.get(keys[at] ?? '') ?? 0) > 1 && isLong(segment[side]));
  return [...groupedBy(alike, side).values()].filter(({ length }) => length > 1);
}

/** The same for texts that are the same when folded: letters and digits that they keep, of the scripts in which these are found fast. */
function roughKey(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9а-яء-ي一-鿿가-힣]+/g, '');
}

/** Digits stay: page 1 and page 2 are two texts. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}%{}<>]+/gu, ' ')
    .trim();
}

function isLong(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length >= LEAST_WORDS || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)
    ? words.join('').length >= LEAST_SIGNS
    : false;
}
