import { defineRule, type Rule } from '@preflag/core';
import { sourceRemains } from '../../../facts/source-remains.ts';
import { languageOf } from '@preflag/readers/language';
import { nameOfLanguage } from '../../../language/name-of-language.ts';
import { relatedSource } from '../../../related-source.ts';

/**
 * Looks in translated segments for what the source has as it is: letters of its script; four words in a row of which two begin small; single
 * small words that eld holds for the source's language and not for the target's. Quotations, brackets, names, references and the
 * calls of commands are left out.
 * Does not catch: phrases of the source's language that its text does not have; nouns of German and names; single English words, which all
 * languages borrow; single words in neighbouring languages.
 * Known false alarms: terms that are kept on purpose; single words that two languages share, which are hints.
 */
export const mixedLanguage: Rule<'bitext'> = defineRule({
  id: 'translation/mixed-language',
  title: 'Part of a segment stayed in the source language',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  facts: [sourceRemains],
  why: 'The reader stumbles over it, or does not understand it.',
  advice: 'Translate it, or put it in quotation marks if it stays on purpose.',
  messages: {
    script: "'{{found}}' stands in the translation as in the source, in the script of {{language}}",
    phrase: "'{{found}}' was not translated: the source has these words as they are",
    word: { text: "'{{found}}' stands in the translation as in the source, and seems to be {{language}}", certainty: 'hint' },
  },
  *check({ model, facts, deliverable, looked, notChecked }) {
    const { remains, segments, left } = facts(sourceRemains);
    looked({ segments });
    if (left === 'unknown') notChecked('language', 'The two languages are not known, or are the same.');
    const keep = deliverable?.doNotTranslate ?? [];
    for (const { segment, kind, found, offset } of remains) {
      if (keep.some((term) => term.includes(found) || (kind === 'phrase' && found.includes(term)))) continue;
      // A text that is the source's as a whole is told by untranslated-segment.
      if (isWhole(found, segment.target ?? '') || (kind === 'phrase' && CODE.test(found))) continue;
      yield {
        messageId: kind,
        data: { found, language: nameOfLanguage(languageOf(model.sourceLanguage)) },
        at: { kind: 'segment', id: segment.id, offset, length: found.length },
        related: relatedSource(model, segment),
        group: 'mixed-language',
      };
    }
  },
});

/** Names of programs, and how commands are called: g_io_read, git log [-n <number>], -l, --list. */
const CODE = /\w_\w|(?<![\p{L}\p{N}])--?[a-z]|[<>|=[\]{}]/iu;

/** But for the marks at its end. */
function isWhole(found: string, target: string): boolean {
  return found.length >= target.replace(/[\s\p{P}]+$/u, '').trimStart().length;
}
