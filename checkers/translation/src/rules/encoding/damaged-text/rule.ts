import { defineRule, type Rule } from '@preflag/core';
import { findDamage, findHiddenDamage, type Damage } from '../../../encoding/find-damage.ts';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments } from '../../../translated-segments.ts';

/**
 * Compares with the source: what it has too was not done by the translation. In documents only for what rules on documents do not look at
 * (formatting/mojibake, formatting/invisible-character).
 * Does not catch: letters that were lost without a trace; other encodings than UTF-8 read as Windows-1252.
 * Known false alarms: two words with a question mark between them and no space; subtitles whose players need marks of direction at each line.
 */
export const damagedText: Rule<'bitext'> = defineRule({
  id: 'translation/damaged-text',
  title: 'Characters were damaged on the way',
  severity: 'important',
  certainty: 'certain',
  reads: 'bitext',
  needs: ['source'],
  why: 'The text looks broken, and searching and comparing fail on it.',
  advice: 'Write the text anew in UTF-8.',
  messages: {
    garbled: "'{{found}}' stands where '{{decoded}}' was meant",
    lost: "A character was lost in '{{around}}', and '\uFFFD' stands in its place",
    questions: { text: "Question marks stand in place of letters in '{{around}}'", certainty: 'likely' },
    invisible: {
      text: 'A {{name}} ({{code}}), which nobody sees, stands in the text, and not in the source',
      certainty: 'likely',
      severity: 'minor',
      advice: 'Take the character out.',
    },
    private: {
      text: 'A character without a meaning ({{code}}) stands in the text, and not in the source',
      certainty: 'likely',
      advice: 'Write the character that was meant.',
    },
    direction: {
      text: 'A mark of writing direction ({{code}}) has no partner',
      certainty: 'likely',
      severity: 'minor',
      advice: 'Close each run of another direction where it ends.',
    },
    escaped: {
      text: "'{{found}}' stands for a character, and the source has nothing of the kind",
      certainty: 'likely',
      advice: "Write the character itself in place of '{{found}}'.",
    },
    stretched: {
      text: "'{{around}}' is stretched (U+0640), which fits a line of one width only",
      certainty: 'hint',
      severity: 'minor',
      advice: 'Write the word without the stretch.',
    },
    lookalike: {
      text: "A letter in '{{around}}' is of another script and looks alike: '{{found}}' ({{code}})",
      certainty: 'likely',
      advice: 'Write the word with letters of one script: no search finds it otherwise.',
    },
    decomposed: {
      text: "A letter and its mark are two characters in '{{around}}', and one elsewhere in the file",
      certainty: 'hint',
      severity: 'minor',
      advice: 'Normalise the file to NFC.',
    },
  },
  *check({ model, looked }) {
    const isComposed = model.segments.some(({ target = '' }) => /[\u00C0-\u024F\u0386-\u03CE\u0439\uAC00-\uD7A3]/.test(target));
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const { source, target, id } = segment;
      const isMessage = model.catalog !== undefined || isInterfaceText(segment);
      const inSource = new Set(damageOf(isMessage, source).map(({ kind, name }) => `${kind} ${name}`));
      for (const { kind, offset, found, decoded, name } of damageOf(isMessage, target)) {
        if (inSource.has(`${kind} ${name}`) || (kind === 'decomposed' && !isComposed)) continue;
        yield {
          messageId: kind,
          data: {
            ...(decoded !== undefined && { found, decoded }),
            ...((kind === 'escaped' || kind === 'lookalike') && { found }),
            ...(name !== undefined && { name }),
            code: codeOf(found),
            around: wordAround(target, offset, found.length),
          },
          at: { kind: 'segment', id, offset, length: found.length },
          related: relatedSource(model, segment),
          group: `${kind} ${name ?? decoded ?? ''}`,
        };
      }
    }
  },
});

function damageOf(isMessage: boolean, text: string): Damage[] {
  const hidden = findHiddenDamage(text);
  if (!isMessage) return hidden;
  // A mark without a partner is said once.
  const isSaid = hidden.some(({ kind }) => kind === 'direction');
  return [...hidden, ...findDamage(text).filter(({ found }) => !(isSaid && /^[\u202A-\u202E\u2066-\u2069]/.test(found)))];
}

/** `U+200B`. */
function codeOf(found: string): string {
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function wordAround(text: string, offset: number, length: number): string {
  const before = /\S{0,20}$/u.exec(text.slice(Math.max(0, offset - 20), offset))?.[0] ?? '';
  const after = /^\S{0,20}/u.exec(text.slice(offset + length, offset + length + 20))?.[0] ?? '';
  return before + text.slice(offset, offset + length) + after;
}
