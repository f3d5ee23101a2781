import { defineRule, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { textEnd, type End } from '../../../punctuation/text-end.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/** Languages that end sentences without a sign. */
const WITHOUT_STOP = new Set(['th', 'lo', 'km', 'my', 'bo', 'dz']);
/** Languages that ask with a word or within the word, so that the sign may be absent. */
const WITHOUT_QUESTION = new Set([...WITHOUT_STOP, 'hy', 'ja', 'am']);
/** How Japanese asks where it does not set a question mark. */
const JAPANESE_QUESTION = /(?:か|かな|かい|かしら|の|だい|よね|だろう|でしょう)[。.」』）)]*$/u;
/** Signs that end a sentence. */
const ENDS: ReadonlySet<End> = new Set(['stop', 'question', 'exclamation', 'ellipsis']);
/** A full stop behind one word is a habit, or an abbreviation. */
const LEAST_LETTERS = 10;

/**
 * Compares how a segment ends: the signs of all scripts count as one (. 。 । ۔), Greek asks with a semicolon, and Thai, Lao and Khmer need
 * no full stop. Marks that close and tags may follow. Japanese asks with a word at the end.
 * Does not catch: signs within the segment; an exclamation that became a statement, or three points a full stop: languages differ there.
 * Known false alarms: a question that the target language puts as a request or as reported speech.
 */
export const terminalPunctuation: Rule<'bitext'> = defineRule({
  id: 'translation/terminal-punctuation',
  title: 'A segment ends with another sign than its source',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'A reader takes it for carelessness, or for text that was cut off.',
  advice: 'End the segment as the source does, with the sign of the target language.',
  messages: {
    missing: "The source ends with '{{expected}}', the translation without a sign",
    question: "The source ends as a question, the translation with '{{found}}'",
    notAsked: "The translation ends as a question, the source with '{{expected}}'",
    colon: { text: "The source ends with a colon, the translation with '{{found}}'", certainty: 'hint' },
    added: { text: "The translation ends with '{{found}}', the source without a sign", certainty: 'hint' },
  },
  *check({ model, looked, notChecked }) {
    const [from, to] = [languageOf(model.sourceLanguage), languageOf(model.targetLanguage)];
    if (to === undefined) notChecked('language', 'The language of the translation is not known, and languages end sentences differently.');
    if (to === undefined) return;
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const { source, target, id } = segment;
      const [own, other] = [textEnd(source, from), textEnd(target, to)];
      const messageId = verdictOf(own.end, other.end, from, to);
      if (messageId === 'missing' && endsWithLink(target)) continue;
      if (messageId === 'notAsked' && mayAsk(source.trim(), from)) continue;
      if (messageId === undefined || letters(source) < LEAST_LETTERS || letters(target) < 2) continue;
      const [expected, found] = [signAt(source, own), signAt(target, other)];
      const at = { kind: 'segment', id } as const;
      yield {
        messageId,
        data: { ...(expected !== '' && { expected }), ...(found !== '' && { found }) },
        at: found === '' ? at : { ...at, offset: other.offset, length: found.length },
        related: relatedSource(model, segment),
        // A file that leaves full stops away, or sets them, does so throughout.
        group: `end ${messageId}`,
      };
    }
  },
});

function verdictOf(source: End, target: End, from: string | undefined, to: string): string | undefined {
  if (source === target) return undefined;
  if (target === 'none') {
    if (!ENDS.has(source) && source !== 'colon') return undefined;
    return (source === 'question' ? WITHOUT_QUESTION : WITHOUT_STOP).has(to) ? undefined : 'missing';
  }
  if (source === 'none') return ENDS.has(target) && !WITHOUT_STOP.has(from ?? '') ? 'added' : undefined;
  if (source === 'question' && target === 'stop') return WITHOUT_QUESTION.has(to) ? undefined : 'question';
  if (source === 'stop' && target === 'question') return 'notAsked';
  // What a colon announces in English, a sentence of its own announces in Japanese.
  return source === 'colon' && target === 'stop' && to !== 'ja' ? 'colon' : undefined;
}

/** A link that stands by itself behind the last sentence: `Sort the list. [Learn more](https://example.com)`. */
function endsWithLink(text: string): boolean {
  return /(?:^|[.!?…。．！？।]\s{0,3})\[[^[\]]{1,200}\]\([^()\s]{1,500}\)$/u.test(text.trim());
}

/** True for a source that asks without a sign at its end: within a quotation, or in words. */
function mayAsk(source: string, language: string | undefined): boolean {
  if (/[?？؟]/.test(source)) return true;
  return language === 'ja' ? JAPANESE_QUESTION.test(source) : WITHOUT_QUESTION.has(language ?? '');
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function signAt(text: string, { end, offset }: { end: End; offset: number }): string {
  return end === 'none' ? '' : text.slice(offset, offset + (/^(?:\.+|。+)/.exec(text.slice(offset))?.[0].length ?? 1));
}
