import { defineRule, type Rule } from '@preflag/core';
import { foreignPassages } from '../../../facts/foreign-passages.ts';
import { languageOf } from '@preflag/readers/language';
import { nameOfLanguage } from '../../../language/name-of-language.ts';
import { relatedSource } from '../../../related-source.ts';

/**
 * Pools neighbouring segments to 80 characters, since shorter texts cannot be told well, and asks eld which of some sixty languages they are
 * in; franc, with 200 characters, for target languages that eld does not know; for others, the identifiers that the user brings. Where the lead is
 * close, none of those that know the language may hold the text for it. Words that the source has as they are, commands and codes are not looked at.
 * Segments that are still the source's text are those of translation/untranslated-segment.
 * Does not catch: single short segments; clauses; Croatian for Serbian, Indonesian for Malay, Danish for Norwegian and the like; regions.
 * Known false alarms: long quotations and lists of foreign names.
 */
export const wrongLanguage: Rule<'bitext'> = defineRule({
  id: 'translation/wrong-language',
  title: 'A passage is in another language than asked for',
  severity: 'critical',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  facts: [foreignPassages],
  why: 'The reader cannot read it.',
  advice: 'Translate the passage into {{expected}}.',
  messages: { foreign: '{{what}} from here on seems to be in {{language}}, not in {{expected}}' },
  *check({ model, facts, looked, notChecked }) {
    const { passages, segments, asked, left } = facts(foreignPassages);
    looked({ segments });
    for (const [name, texts] of asked ?? []) looked({ [`asked of ${name}`]: texts });
    if (left === 'unknown') notChecked('language', 'The language of the translation is not known.');
    if (left === 'unidentified')
      notChecked(
        'language',
        `No identifier here knows ${nameOfLanguage(languageOf(model.targetLanguage))} as it is written here. npm install cld3-asm may help, or name one under 'plugins' in the config.`,
      );
    if (left === 'short') notChecked('nothing-to-check', 'There is too little text to tell a language.');
    if (left === 'limit')
      notChecked('limit', 'Of texts that are short, or not plainly in the language asked for, only the first megabyte was identified.');
    for (const { segments: own, language } of passages) {
      const [first] = own;
      if (!first) continue;
      yield {
        messageId: 'foreign',
        data: {
          what: own.length === 1 ? 'The text' : `The text of ${own.length} segments`,
          language: nameOfLanguage(language),
          expected: nameOfLanguage(languageOf(model.targetLanguage)),
        },
        at: { kind: 'segment', id: first.id },
        related: relatedSource(model, first),
        group: 'wrong-language',
      };
    }
  },
});
