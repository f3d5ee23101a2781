import { defineRule, type Problem, type Rule } from '@preflag/core';
import { icuGaps } from '../../../facts/icu-gaps.ts';
import { languageOf } from '@preflag/readers/language';
import { comparePlaceholders, type PlaceholderGap } from '../../../placeholders/compare-placeholders.ts';
import { compareOwn, ownPlaceholders, withoutOwn, type OwnGap } from '../../../placeholders/own-placeholders.ts';
import { findPlaceholders, type Placeholder } from '../../../placeholders/find-placeholders.ts';
import type { IcuGap } from '../../../placeholders/compare-icu.ts';
import { isSingleForm, nameOfForm } from '../../../placeholders/plural-forms-of.ts';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/**
 * Compares what programs replace: printf, braces of Python, C#, Java and ICU, i18next (also `__name__`), mustache, Vue, Ruby, Qt, Fluent; and what the
 * patterns of the job match (`placeholders`), which must stand as often in the translation, in documents and in inline code too
 * (only likely there, where paragraphs may not belong together). In ICU
 * plural and select messages also the options: the plural forms of the target language by CLDR.
 * Does not catch: two placeholders by name that changed places; placeholders in inline code, and `:name` as Laravel writes it, where the
 * job has no pattern for them; how often those of the job stand in a plural or select message.
 * Known false alarms: documents that explain placeholders, and translate the names; they are only likely there.
 */
export const placeholderChanged: Rule<'bitext'> = defineRule({
  id: 'translation/placeholder-changed',
  title: 'A placeholder differs between source and translation',
  severity: 'critical',
  certainty: 'certain',
  reads: 'bitext',
  needs: ['source'],
  facts: [icuGaps],
  demands: ['placeholders'],
  why: 'The program shows the placeholder itself, the wrong value, or fails.',
  advice: 'Write the placeholders just as they stand in the source.',
  messages: {
    missing: 'The placeholder {{expected}} of the source is not in the translation',
    added: 'The placeholder {{found}} is not in the source, so nothing will be put in for it',
    changed: 'The translation has the placeholder {{found}} where the source has {{expected}}',
    reordered: {
      text: 'The placeholders without numbers stand in another order than in the source, so each stands for the wrong value',
      advice: 'Number them: %2$s before %1$s.',
    },
    inProse: {
      text: 'What looks like a placeholder differs: the source has {{expected}}, the translation {{instead}}',
      severity: 'important',
      certainty: 'likely',
    },
    notAligned: {
      text: 'The placeholders of the job differ here: the source has {{expected}}, the translation {{instead}}',
      certainty: 'likely',
    },
    doubled: {
      text: 'The placeholder {{found}} stands twice in a row, and in the source once',
      certainty: 'likely',
      severity: 'important',
      advice: 'Take one of the two out.',
    },
    missingInOther: {
      text: "The form 'other' of {{argument}} lacks {{expected}}, which the source has there",
      certainty: 'likely',
      severity: 'important',
      advice: 'Put it in: the form stands for many numbers.',
    },
    syntax: 'The plural or select message cannot be read: {{problem}}',
    choiceMissing: "The choice '{{expected}}' of {{argument}} is not in the translation",
    pluralMissing: {
      text: "The plural form '{{expected}}' of {{argument}} is missing: the target language needs it",
      severity: 'important',
      certainty: 'likely',
      advice: 'Add the forms that the language has, as CLDR lists them.',
    },
    pluralUnused: {
      text: "The plural form '{{unused}}' of {{argument}} is never used in the target language",
      severity: 'minor',
      certainty: 'hint',
    },
  },
  *check({ model, facts, deliverable, looked }) {
    const findOwn = ownPlaceholders(deliverable?.placeholders ?? []);
    const languages = { source: languageOf(model.sourceLanguage), target: languageOf(model.targetLanguage) };
    const choices = facts(icuGaps);
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const related = relatedSource(model, segment);
      const choice = choices.get(segment.id);
      const [own, ownTarget] = [findOwn(segment.source), findOwn(segment.target)];
      const ownGap = compareOwn(own, ownTarget, choice !== undefined);
      if (!isSpelledOut(segment, ownGap, model.targetLanguage))
        for (const problem of ownProblems(segment, ownGap)) yield { ...problem, related };
      if (choice) {
        for (const gap of choice) yield { ...choiceProblem(segment, gap), related };
        continue;
      }
      const gap = comparePlaceholders(
        { text: withoutOwn(segment.sourceProse, own), language: languages.source },
        { text: withoutOwn(segment.targetProse, ownTarget), language: languages.target },
      );
      if (gap && !isSpelledOut(segment, gap, model.targetLanguage))
        for (const problem of problemsOf(segment, gap)) yield { ...problem, related };
      else if (!gap) for (const problem of doubledIn(segment)) yield { ...problem, related };
    }
  },
});

function choiceProblem({ id }: TranslatedSegment, { messageId, name, argument = '' }: IcuGap): Problem {
  const value = {
    syntax: { problem: name },
    missing: { expected: name },
    added: { found: name },
    choiceMissing: { expected: name, argument },
    pluralMissing: { expected: name, argument },
    pluralUnused: { unused: name, argument },
    missingInOther: { expected: name, argument },
  }[messageId];
  return { messageId, data: value, at: { kind: 'segment', id }, key: `${id} ${name}` };
}

/** The one number that a plural form stands for is often written as a word, or left out: `one file`; of nothing all may be left out. */
function isSpelledOut({ plural, language }: TranslatedSegment, { missing, added }: OwnGap, target: string | undefined): boolean {
  if (!plural || added.length > 0) return false;
  const form = nameOfForm(plural.form, language ?? target);
  return form === 'zero' || (missing.length === 1 && isSingleForm(form, language ?? target));
}

/** What may be none, in documents and of `%1`, is only shown. */
function* problemsOf(segment: TranslatedSegment, { missing, added, isReordered }: PlaceholderGap): Generator<Problem> {
  const at = { kind: 'segment', id: segment.id } as const;
  if (isReordered && segment.hasPrintf !== false) yield { messageId: 'reordered', at };
  const isSure = (one: Placeholder): boolean => isInterfaceText(segment) && !isUnsure(one, segment);
  const isNeeded = (one: Placeholder): boolean => isSure(one) && !isEnding(one, segment.sourceProse);
  yield* exactProblems(segment, { missing: missing.filter(isNeeded), added: added.filter(isSure) });
  const unsure = { missing: missing.filter((one) => !isNeeded(one)), added: added.filter((one) => !isSure(one)) };
  if (unsure.missing.length + unsure.added.length > 0)
    yield {
      messageId: 'inProse',
      data: { expected: listOf(unsure.missing), instead: listOf(unsure.added) },
      at,
    };
}

/** A placeholder by name twice in a row: by name it may stand twice, but not so. */
function* doubledIn({ id, sourceProse, targetProse }: TranslatedSegment): Generator<Problem> {
  const found = findPlaceholders(targetProse);
  for (const [index, { text, offset }] of found.entries()) {
    const next = found[index + 1];
    if (next?.text !== text || targetProse.slice(offset + text.length, next.offset).trim() !== '') continue;
    if (sourceProse.split(text).length > 2) continue;
    yield {
      messageId: 'doubled',
      data: { found: text },
      at: { kind: 'segment', id, offset, length: next.offset + text.length - offset },
    };
    return;
  }
}

/** What the job says are placeholders; where the two texts may not belong together, what differs is only shown. */
function* ownProblems(segment: TranslatedSegment, gap: OwnGap): Generator<Problem> {
  if (segment.alignment === 'exact') yield* exactProblems(segment, gap);
  else if (gap.missing.length + gap.added.length > 0)
    yield {
      messageId: 'notAligned',
      data: { expected: listOf(gap.missing), instead: listOf(gap.added) },
      at: { kind: 'segment', id: segment.id },
      key: `${segment.id} own`,
    };
}

/** Pairs what is missing with what was added. */
function* exactProblems({ id }: TranslatedSegment, { missing, added }: OwnGap): Generator<Problem> {
  const at = { kind: 'segment', id } as const;
  for (const index of (missing.length > added.length ? missing : added).keys()) {
    const [expected, found] = [missing[index], added[index]];
    const place = found ? { ...at, offset: found.offset, length: found.text.length } : at;
    yield {
      messageId: expected && found ? 'changed' : expected ? 'missing' : 'added',
      data: { ...(expected && { expected: expected.text }), ...(found && { found: found.text }) },
      at: place,
      key: `${id} ${expected?.text ?? found?.text}`,
    };
  }
}

/** Right behind a letter, what is put in may be the ending of a plural, which other languages write in the word: `{0} item{1}`. */
function isEnding({ offset, text }: Placeholder, source: string): boolean {
  return text.startsWith('{') && /\p{L}$/u.test(source.slice(Math.max(0, offset - 2), offset));
}

/**
 * `%1` may be a percentage, and `__name__` bold in markdown; so may all of printf where the file says which texts have such placeholders, and this one has none. Braces are
 * the reader's where the file has placeholders of another kind throughout: `:edit {file}`.
 */
function isUnsure({ kind, text }: Placeholder, { hasPrintf, hasBraces }: TranslatedSegment): boolean {
  if ((hasBraces === false && text.startsWith('{')) || text.startsWith('__')) return true;
  return kind === 'percent' || (hasPrintf === false && kind === 'position' && text.startsWith('%'));
}

function listOf(placeholders: readonly { readonly text: string }[]): string {
  return placeholders.length === 0 ? 'none' : placeholders.map(({ text }) => text).join(' ');
}
