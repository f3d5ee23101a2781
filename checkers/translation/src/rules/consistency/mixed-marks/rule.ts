import { defineRule, type Problem, type Rule, type RuleContext } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import type { Bitext } from '@preflag/readers';
import { quotesOf } from '../../../punctuation/quotes-of.ts';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** One mark in the ways in which it is written. */
const MARKS: readonly { readonly name: string; readonly ways: Readonly<Record<string, RegExp>> }[] = [
  { name: 'Three points', ways: { '...': /(?<!\.)\.{3}(?!\.)/, '…': /…/ } },
  { name: 'Apostrophes', ways: { "'": /(?<=\p{L})'(?=\p{L})/u, '’': /(?<=\p{L})’(?=\p{L})/u } },
  {
    name: 'Quotation marks',
    ways: {
      '"…"': /(?<![\d=\\])"[^"<>]{1,200}"/,
      '“…”': /“[^“”]{1,200}”/,
      '„…“': /„[^“”„]{1,200}[“”]/,
      '«…»': /«[^«»]{1,200}»/,
      '»…«': /»[^«»]{1,200}«/,
      '「…」': /「[^「」]{1,200}」/,
    },
  },
];
/** Before so many texts write a mark in one way, there is no way that is usual. */
const LEAST_USUAL = 5;
/** Before so many texts have the marks of the language, it is not known whether they are wanted. */
const LEAST_OWN = 3;
/** English ones and straight ones, in a language that has others. An inch sign is none. */
const FOREIGN = /“[^“”„]{1,500}”|(?<![\p{L}\p{N}=\\])"[^"<>]{2,500}"(?![\p{L}\p{N}])/u;
/** Rarer than one in so many is an oversight; more is a habit. */
const RARE = 5;

/**
 * In files of messages, counts how three points, apostrophes and quotation marks are written. In documents formatting/mixed-quotes and its
 * neighbours do; here those are told once whose quotation marks are English or straight in some places, and those of their language in most.
 * Does not catch: files that are consistent in a way that their language does not use; dashes; quotation marks that were lost or added,
 * which languages do on purpose in four of a hundred human segments.
 * Known false alarms: samples of code in messages.
 */
export const mixedMarks: Rule<'bitext'> = defineRule({
  id: 'translation/mixed-marks',
  title: 'Marks are written in several ways',
  severity: 'minor',
  certainty: 'hint',
  reads: 'bitext',
  needs: ['source'],
  why: 'The texts stand side by side on one screen.',
  advice: "Write '{{usual}}' everywhere.",
  messages: {
    mixed: "{{name}} are written '{{written}}' here, and '{{usual}}' in {{count}} other texts",
    foreign:
      "{{others}} texts have the quotation marks of English or straight ones, this one first; {{count}} have '{{usual}}', as the language does",
  },
  *check({ model, looked }) {
    const segments = translatedSegments(model).filter((segment) => isInterfaceText(segment) && segment.language === undefined);
    looked({ segments: segments.length });
    const foreign = foreignQuotes(model, looked);
    if (foreign) yield foreign;
    for (const { name, ways } of MARKS) {
      const found = Object.entries(ways).map(([way, pattern]) => ({ way, hits: hitsOf(segments, pattern) }));
      const usual = found.reduce((best, one) => (one.hits.length > best.hits.length ? one : best));
      if (usual.hits.length < LEAST_USUAL) continue;
      for (const { way, hits } of found) {
        if (way === usual.way || hits.length * RARE > usual.hits.length) continue;
        for (const { segment, offset, length } of hits)
          yield {
            messageId: 'mixed',
            data: { name, written: way, usual: usual.way, count: usual.hits.length },
            at: { kind: 'segment', id: segment.id, offset, length },
            related: relatedSource(model, segment),
            group: `marks ${name}`,
          };
      }
    }
  },
});

/** In documents. */
function foreignQuotes(model: Bitext, looked: RuleContext['looked']): Problem | undefined {
  const quotes = quotesOf(languageOf(model.targetLanguage), model.targetLanguage);
  const segments = translatedSegments(model).filter((segment) => !isInterfaceText(segment));
  if (!quotes || segments.length === 0) return undefined;
  looked({ segments: segments.length });
  const own = hitsOf(segments, quotes.pattern);
  const others = hitsOf(segments, FOREIGN);
  const [first] = others;
  if (!first || own.length < LEAST_OWN || others.length >= own.length) return undefined;
  return {
    messageId: 'foreign',
    data: { usual: quotes.shown, count: own.length, others: others.length },
    at: { kind: 'segment', id: first.segment.id, offset: first.offset, length: first.length },
    related: relatedSource(model, first.segment),
    key: 'foreign quotation marks',
  };
}

function hitsOf(
  segments: readonly TranslatedSegment[],
  pattern: RegExp,
): { readonly segment: TranslatedSegment; readonly offset: number; readonly length: number }[] {
  return segments.flatMap((segment) => {
    const hit = pattern.exec(segment.targetProse);
    return hit ? [{ segment, offset: hit.index, length: hit[0].length }] : [];
  });
}
