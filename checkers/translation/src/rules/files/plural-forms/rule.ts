import { defineRule, type Problem, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import type { Bitext, Segment } from '@preflag/readers';
import { nameOfLanguage } from '../../../language/name-of-language.ts';
import { comparePluralFormula } from '../../../placeholders/compare-plural-formula.ts';
import { pluralFormsOf, type PluralForms } from '../../../placeholders/plural-forms-of.ts';
import { relatedSource } from '../../../related-source.ts';

/** Formats whose programs fall back to `other`, and fail where it is not there. */
const NEED_OTHER: ReadonlySet<string> = new Set(['android-strings', 'xcstrings']);

/**
 * Compares the plural forms of texts with those that the target language has by CLDR: keys of i18next, plurals of Android and Xcode, and how
 * many forms the header of a po file announces and by which formula it picks one of them. Forms of fractions and millions only are not asked for. Messages of ICU are those of
 * translation/placeholder-changed.
 * Does not catch: a formula that merges categories of CLDR or splits one, and does not do both; two forms whose texts changed places.
 * Known false alarms: po files for the few languages for which gettext and CLDR count differently; only fewer than three forms where CLDR
 * has three or more are reported.
 */
export const pluralForms: Rule<'bitext'> = defineRule({
  id: 'translation/plural-forms',
  title: 'Plural forms are not those of the target language',
  severity: 'important',
  certainty: 'certain',
  reads: 'bitext',
  why: 'For some numbers the reader sees a wrong form, the source, or nothing.',
  advice: 'Give each text the forms that {{language}} has: {{forms}}.',
  messages: {
    other: {
      text: "'{{key}}' has no form 'other', which programs take for all numbers without a form of their own",
      advice: "Add the form 'other'.",
    },
    missing: { text: "'{{key}}' has no form '{{form}}', which {{language}} needs", certainty: 'likely' },
    unused: { text: "'{{key}}' has a form '{{form}}', which {{language}} never uses", certainty: 'hint', severity: 'minor' },
    formulaUnreadable: {
      text: 'The formula of Plural-Forms cannot be read, so no program can pick a form: {{formula}}',
      advice: 'Write the formula that gettext has for the language.',
    },
    formulaOutside: {
      text: 'For {{number}} the formula of Plural-Forms picks a form beyond the {{count}} that the header announces (nplurals)',
      advice: 'Make nplurals and the formula agree.',
    },
    formulaOther: {
      text: 'The formula of Plural-Forms picks the same form for {{number}} as for {{like}}, which {{language}} tells apart: it is the formula of another language',
      certainty: 'likely',
      advice: 'Write the formula of {{language}} into the header, and give each text its forms: {{forms}}.',
    },
    header: { text: 'Plural forms that the header announces (nplurals): {{count}}, where {{language}} has {{most}}', certainty: 'likely' },
  },
  *check({ model, looked, notChecked }) {
    const groups = Map.groupBy(
      model.segments.filter(({ plural }) => plural !== undefined),
      ({ plural }) => plural?.of ?? '',
    );
    if (groups.size === 0) return;
    const untranslated = new Set(model.segments.filter(({ target }) => target === undefined).map(({ id }) => id));
    let isKnown = true;
    for (const [key, segments] of groups) {
      const [first] = segments;
      const language = first?.language ?? model.targetLanguage;
      const forms = pluralFormsOf(language, 'cardinal');
      if (!first || !forms) {
        isKnown = false;
        continue;
      }
      looked({ plurals: 1 });
      if (model.catalog?.format === 'po') continue;
      const has = new Set(segments.map(({ plural }) => plural?.form ?? ''));
      for (const { messageId, form } of gapsOf(has, forms, NEED_OTHER.has(model.catalog?.format ?? ''))) {
        // A form that the source has and the target has not is a text that is missing.
        if (untranslated.has(`${key}_${form}`)) continue;
        yield {
          messageId,
          data: { key, form, ...wordsOf(language, forms) },
          at: { kind: 'segment', id: first.id },
          key: `${key} ${messageId} ${form}`,
          related: relatedSource(model, first),
        };
      }
    }
    if (!isKnown) notChecked('language', 'The plural forms of the target language are not known, or the language is not.');
    const first = groups.values().next().value?.[0];
    const header = headerGap(model, first) ?? formulaGap(model, first);
    if (header) yield header;
  },
});

interface Gap {
  readonly messageId: 'other' | 'missing' | 'unused';
  readonly form: string;
}

function gapsOf(has: ReadonlySet<string>, { needed, all }: PluralForms, needsOther: boolean): readonly Gap[] {
  const missing = [...needed].filter((form) => !has.has(form) && !(form === 'other' && needsOther));
  const unused = [...has].filter((form) => !all.has(form));
  return [
    ...missing.map((form): Gap => ({ messageId: 'missing', form })),
    ...(needsOther && !has.has('other') ? [{ messageId: 'other', form: 'other' } as const] : []),
    ...unused.map((form): Gap => ({ messageId: 'unused', form })),
  ];
}

/** What the messages say of a language. */
function wordsOf(language: string | undefined, { needed }: PluralForms): { language: string; forms: string } {
  return { language: nameOfLanguage(languageOf(language)), forms: [...needed].join(', ') };
}

/** gettext and CLDR agree on the languages with three forms or more, but for some that have one or two more. */
function headerGap({ catalog, targetLanguage }: Bitext, first: Segment | undefined): Problem | undefined {
  const count = catalog?.pluralCount;
  const forms = pluralFormsOf(targetLanguage, 'cardinal');
  const language = languageOf(targetLanguage);
  if (count === undefined || !forms || !first || language === 'he' || forms.needed.size < 3 || count >= 3) return undefined;
  const data = { count, most: forms.needed.size, ...wordsOf(targetLanguage, forms) };
  return { messageId: 'header', data, at: { kind: 'segment', id: first.id }, key: 'nplurals' };
}

/** Languages for which gettext's own formula and CLDR do not agree. */
const OTHER_BY_TRADITION = new Set(['br', 'cy', 'fil', 'ga', 'gd', 'gv', 'kw', 'mt', 'tl']);

function formulaGap({ catalog, targetLanguage }: Bitext, first: Segment | undefined): Problem | undefined {
  const { pluralCount: count, pluralFormula: formula } = catalog ?? {};
  const language = languageOf(targetLanguage);
  if (count === undefined || formula === undefined || !first) return undefined;
  const gap = comparePluralFormula(formula, count, OTHER_BY_TRADITION.has(language ?? '') ? undefined : targetLanguage);
  const at = { kind: 'segment', id: first.id } as const;
  if (gap?.kind === 'unreadable') return { messageId: 'formulaUnreadable', data: { formula }, at, key: 'plural' };
  if (gap?.kind === 'outOfRange') return { messageId: 'formulaOutside', data: { number: gap.number, count }, at, key: 'plural' };
  const forms = pluralFormsOf(targetLanguage, 'cardinal');
  if (!gap || !forms) return undefined;
  return { messageId: 'formulaOther', data: { number: gap.number, like: gap.like, ...wordsOf(targetLanguage, forms) }, at, key: 'plural' };
}
