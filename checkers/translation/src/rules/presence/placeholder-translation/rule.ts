import { defineRule, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { relatedSource } from '../../../related-source.ts';
import { shortened } from '../../../shortened.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/** A whole text that stands for a translation which is to come. */
const WHOLE =
  /^[\s[({<"']*(?:todo|tbd|tba|fixme|xxx+|n\/a|null|undefined|none|nan|lorem ipsum.{0,400}|(?:translate|translation|text|string|placeholder)(?: (?:me|here|this|needed|required|missing|pending|goes here|to follow))?|to be translated|(?:not (?:yet )?|un)translated|übersetzung(?: folgt| fehlt)?|à traduire|da tradurre|por traducir|a traduzir|待翻译|待翻譯|未翻译|翻訳待ち)[\s\])}>"'.:!…]*$/isu;
/** Signs alone; a dash is the translation of `none` at times. */
const SIGNS = /^[\s\-–—_*#?!/.…]+$/u;
/** Words within a text that no finished one has. */
const WITHIN =
  /(?<![\p{L}\p{N}_])(?:TODO|FIXME|TBD|XXX+|to be translated|lorem ipsum)(?![\p{L}\p{N}_])|\[(?:translate|translation|untranslated|MT|NEEDS TRANSLATION)\b[^\]]{0,40}\]/u;
const MAY_BE_WITHIN = /TODO|FIXME|TBD|XXX|to be translated|lorem ipsum|\[[MNtu]/;
/** Six letters and more. */
const HAS_LETTERS = /^(?:\P{L}*\p{L}){6}/u;

/**
 * Knows what stands for a translation that is to come, as a whole text or within one, where the source has not the like.
 * Does not catch: placeholders in other words; empty texts, which are translation/segment-missing.
 * Known false alarms: texts about programs that a translator spells with TODO in them where the source does not.
 */
export const placeholderTranslation: Rule<'bitext'> = defineRule({
  id: 'translation/placeholder-translation',
  title: 'Something else stands in place of a translation',
  severity: 'critical',
  certainty: 'certain',
  reads: 'bitext',
  needs: ['source'],
  why: 'The reader sees an unfinished product.',
  advice: 'Translate the text.',
  messages: {
    whole: "'{{found}}' stands in place of a translation of '{{expected}}'",
    signs: { text: "Nothing but '{{found}}' stands in place of a translation of '{{expected}}'", certainty: 'likely' },
    within: {
      text: "'{{found}}' was left in the translation, and does not stand in the source",
      certainty: 'likely',
      severity: 'important',
    },
  },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      const { id, source, target, targetProse } = segment;
      if (!HAS_LETTERS.test(source) || WHOLE.test(source)) continue;
      looked({ segments: 1 });
      const within = MAY_BE_WITHIN.test(targetProse) ? WITHIN.exec(targetProse) : null;
      const isSigns = SIGNS.test(target) && !/^[\s.…]*$/u.test(target);
      const messageId = isPlaceholder(target, segment.source, languageOf(segment.language ?? model.targetLanguage))
        ? 'whole'
        : isSigns
          ? 'signs'
          : within && !WITHIN.test(source)
            ? 'within'
            : undefined;
      if (messageId === undefined) continue;
      const found = messageId === 'within' ? (within?.[0] ?? '') : target.trim();
      yield {
        messageId,
        data: { found, expected: shortened(source) },
        at: { kind: 'segment', id, ...(messageId === 'within' && within && { offset: within.index, length: found.length }) },
        related: relatedSource(model, segment),
        group: 'placeholder',
      };
    }
  },
});

/** What stands for a text to come, where it is no word of the language and none of the source. */
function isPlaceholder(target: string, source: string, language: string | undefined): boolean {
  if (!WHOLE.test(target)) return false;
  const word = target.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (/^todo$/i.test(word) && word !== 'TODO' && MEANS_ALL.has(language ?? '')) return false;
  return word === '' || !new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu').test(source);
}

/** Languages in which `todo` is a word: all. */
const MEANS_ALL: ReadonlySet<string> = new Set(['es', 'pt', 'gl', 'ast', 'an']);
