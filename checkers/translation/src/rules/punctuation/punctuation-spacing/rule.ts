import { defineRule, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** A space before a sign that stands at its word; not before three points, `.NET` or `:)`. */
const SPACED =
  /(?<=[\p{L}\p{N}\p{M})\]"”’%]) [,.;:!?](?=\s|$|["”’»)\]])|(?<=[\p{L}\p{N}] )\( (?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}]) \)(?=[\s,.;:!?]|$)/u;
/** French sets a space before the tall signs, and its neighbours at times do. */
const SPACED_IN_FRENCH = /(?<=[\p{L}\p{N}\p{M})\]"”’%]) [,.](?=\s|$|["”’»)\]])/u;
const LIKE_FRENCH: ReadonlySet<string> = new Set(['fr', 'br', 'oc']);
const DOUBLED = /(?<=\S)[ \u00A0]{2,}(?=\S)/u;

/**
 * Finds spaces before punctuation, as text has that was taken apart into tokens, doubled spaces, and in messages of programs a space at
 * the start or end that was lost. Only where the source does not have the like.
 * Does not catch: missing spaces; kinds of spaces; spaces in scripts without them.
 * Known false alarms: tables and verses that are set with spaces.
 */
export const punctuationSpacing: Rule<'bitext'> = defineRule({
  id: 'translation/punctuation-spacing',
  title: 'A space stands where none belongs, or is lost',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'A reader takes it for carelessness; a message runs into the next one.',
  advice: 'Set the spaces as the source and the target language do.',
  messages: {
    before: "A space stands before '{{sign}}'",
    double: { text: 'Two spaces stand where the source has one', certainty: 'hint' },
    edge: 'The source has a space at its {{side}}, the translation has none',
  },
  *check({ model, looked }) {
    const spaced = LIKE_FRENCH.has(languageOf(model.targetLanguage) ?? '') ? SPACED_IN_FRENCH : SPACED;
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const { id, sourceProse, targetProse } = segment;
      const at = { kind: 'segment', id } as const;
      const related = relatedSource(model, segment);
      const before = spaced.exec(targetProse);
      if (before && !SPACED.test(sourceProse))
        yield {
          messageId: 'before',
          data: { sign: before[0].trim() },
          at: { ...at, offset: before.index, length: before[0].length },
          related,
        };
      const double = DOUBLED.exec(targetProse);
      if (double && !DOUBLED.test(sourceProse))
        yield { messageId: 'double', at: { ...at, offset: double.index, length: double[0].length }, related };
      const side = isInterfaceText(segment) ? lostEdge(segment) : undefined;
      if (side) yield { messageId: 'edge', data: { side }, at, related };
    }
  },
});

/** Messages are put together: a space at the edge is there for the neighbour. */
function lostEdge({ source, target }: TranslatedSegment): 'start' | 'end' | undefined {
  if (/^\s/.test(source) && !/^\s/.test(target)) return 'start';
  return /[^\S\n]$/.test(source) && !/\s$/.test(target) ? 'end' : undefined;
}
