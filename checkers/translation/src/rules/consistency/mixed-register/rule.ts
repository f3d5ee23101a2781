import { defineRule, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { ADDRESS_WORDS, type AddressWords, type Register } from '../../../register/address-words.ts';
import { withoutQuoted } from '../../../register/quoted.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** Before so many segments address the reader in one way, there is no way that is usual. */
const LEAST_USUAL = 3;
/** Where more than one of so many do it otherwise, both ways have their reason: a dialogue. */
const MOST_OTHERS = 3;

const OTHER: Readonly<Record<Register, Register>> = { formal: 'informal', informal: 'formal' };

/**
 * Counts the pronouns by which segments address the reader, outside of quotations; the way that comes most often is taken for the right one.
 * Does not catch: verbs without a pronoun; a text that is consistent and in the wrong register (translation/wrong-register, where the
 * job says which); languages that are not listed.
 * Known false alarms: letters and dialogues with two people; a plural (vous, вы) in a text that says du otherwise.
 */
export const mixedRegister: Rule<'bitext'> = defineRule({
  id: 'translation/mixed-register',
  title: 'Readers are addressed in two ways',
  severity: 'minor',
  certainty: 'hint',
  reads: 'bitext',
  needs: ['source'],
  languages: Object.keys(ADDRESS_WORDS),
  why: 'Readers notice that several hands, or a machine, wrote the text.',
  advice: "Address the reader with '{{expected}}' everywhere.",
  messages: { mixed: "'{{found}}' addresses the reader with {{other}}; {{count}} other texts use {{expected}}" },
  *check({ model, looked, notChecked }) {
    const words = ADDRESS_WORDS[languageOf(model.targetLanguage) ?? ''];
    if (!words) {
      notChecked('language', `How readers are addressed is known for ${Object.keys(ADDRESS_WORDS).join(', ')} only.`);
      return;
    }
    const segments = translatedSegments(model).filter(({ language, cue }) => language === undefined && cue === undefined);
    looked({ segments: segments.length });
    const addressed = segments.flatMap((segment) => addressOf(segment, words));
    const count = (register: Register): number => addressed.filter((one) => one.register === register).length;
    const usual: Register = count('formal') >= count('informal') ? 'formal' : 'informal';
    const [most, others] = [count(usual), count(OTHER[usual])];
    if (most < LEAST_USUAL || others * MOST_OTHERS > most) return;
    for (const { segment, register, found, offset } of addressed) {
      if (register === usual) continue;
      yield {
        messageId: 'mixed',
        data: { found, other: words.names[register], expected: words.names[usual], count: most },
        at: { kind: 'segment', id: segment.id, offset, length: found.length },
        related: relatedSource(model, segment),
        group: 'register',
      };
    }
  },
});

interface Address {
  readonly segment: TranslatedSegment;
  readonly register: Register;
  readonly found: string;
  readonly offset: number;
}

/** How a segment addresses the reader; nothing where it does it in both ways, as languages with one word for two do. */
function addressOf(segment: TranslatedSegment, words: AddressWords): Address[] {
  const text = withoutQuoted(segment.targetProse);
  const found = (['formal', 'informal'] as const).flatMap((register) => {
    const [first] = text.matchAll(words[register]);
    return first ? [{ segment, register, found: first[0], offset: first.index }] : [];
  });
  return found.length === 1 ? found : [];
}
