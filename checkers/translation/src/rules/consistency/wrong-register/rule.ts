import { defineRule, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { ADDRESS_WORDS, type Register } from '../../../register/address-words.ts';
import { withoutQuoted } from '../../../register/quoted.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

const OTHER: Readonly<Record<Register, Register>> = { formal: 'informal', informal: 'formal' };
/** Languages whose polite word is also the plural: several friends are vous, вы, siz. */
const ALSO_PLURAL = new Set(['cs', 'fr', 'ru', 'sk', 'tr', 'uk']);

/**
 * Finds the words of the register that the job does not want, outside of quotations and subtitles.
 * Does not catch: verbs without a pronoun (Öffne, Ouvre); languages that are not listed.
 * Known false alarms: a friendly plural in a text that was asked to be informal, so that is only a hint; du in French names.
 */
export const wrongRegister: Rule<'bitext', unknown, Register> = defineRule<'bitext', unknown, Register>({
  id: 'translation/wrong-register',
  title: 'Readers are addressed in another register than asked for',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  languages: Object.keys(ADDRESS_WORDS),
  demands: ['register'],
  why: 'A customer who is addressed as a friend, or a friend as a stranger, takes it for rudeness.',
  advice: "Address the reader with '{{expected}}'.",
  messages: {
    wrong: "'{{found}}' addresses the reader with {{other}}, and the job asks for {{expected}}",
    plural: {
      text: "'{{found}}' addresses the reader with {{other}}, or several of them; the job asks for {{expected}}",
      certainty: 'hint',
    },
  },
  asks: ({ register }) => register,
  *check({ model, asked, looked, notChecked }) {
    for (const segment of translatedSegments(model)) {
      if (segment.cue !== undefined) continue;
      const language = languageOf(segment.language ?? model.targetLanguage) ?? '';
      const words = ADDRESS_WORDS[language];
      if (!words) {
        notChecked('language', `How readers are addressed is known for ${Object.keys(ADDRESS_WORDS).join(', ')} only.`);
        continue;
      }
      looked({ segments: 1 });
      const other = OTHER[asked];
      for (const { 0: found, index } of withoutQuoted(segment.targetProse).matchAll(words[other]))
        yield {
          messageId: other === 'formal' && ALSO_PLURAL.has(language) ? 'plural' : 'wrong',
          data: { found, other: words.names[other], expected: words.names[asked] },
          at: { kind: 'segment', id: segment.id, offset: index, length: found.length },
          related: relatedSource(model, segment),
          group: 'register',
        };
    }
  },
});
