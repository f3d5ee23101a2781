import { defineRule, type Rule } from '@preflag/core';
import { separatorsOf, type Separators } from '../../../numbers/separators.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/** Digits with points and commas that stand alone: no version, date, chapter or part of a word. */
const NUMBER = /(?<![\p{L}\p{N}_.,:/§#-])\d{1,15}(?:[.,]\d{1,15}){1,6}(?![\p{L}_]|[.,:/-]?\d)/gu;
/** Words after which a number with a point is a label. */
const LABEL_BEFORE = /(?:\p{L}*version|\bv|№|§|\p{Lu}\p{L}*|[a-z]+\.)\s?$/u;
/** 23.45 may be an hour, unless it is money or a share. */
const CLOCK = /^(?:[01]?\d|2[0-4])\.[0-5]\d$/;
const MONEY_BEFORE = /\p{Sc}\s?$/u;
const MONEY_AFTER = /^\s?[%‰\p{Sc}]/u;

/**
 * Compares points and commas in numbers with those of the target's locale, and finds numbers that were copied and now mean something else.
 * Does not catch: spaces and apostrophes between thousands; digits of other scripts; Spanish, Arabic and other languages without a
 * region, whose countries differ.
 * Known false alarms: identifiers that look like numbers.
 */
export const numberFormat: Rule<'bitext'> = defineRule({
  id: 'translation/number-format',
  title: 'A number has the separators of another language',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'A reader takes 1,234 for a little more than one where the comma begins the decimals.',
  advice: 'Write the number as the target language does.',
  messages: {
    copied: '{{found}} was copied from the source: it means {{meant}} there, and another number in the language of the translation',
    separators: '{{found}} has the separators of another language: the decimal sign here is {{decimal}}',
    decimals: { text: '{{found}} was copied from the source: the decimal sign here is {{decimal}}', severity: 'minor' },
  },
  *check({ model, looked, notChecked }) {
    const [own, other] = [separatorsOf(model.sourceLanguage), separatorsOf(model.targetLanguage)];
    if (!other) {
      notChecked('language', 'How the language of the translation writes numbers is not known, or differs by country: give its region.');
      return;
    }
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      if (!/\d[.,]\d/.test(segment.targetProse)) continue;
      for (const { 0: found, index } of segment.targetProse.matchAll(NUMBER)) {
        const isCopied = isNumberIn(segment.sourceProse, found);
        const [before, after] = aroundOf(segment.targetProse, index, found.length);
        const isLabel = LABEL_BEFORE.test(before) || (CLOCK.test(found) && !MONEY_BEFORE.test(before) && !MONEY_AFTER.test(after));
        const messageId = verdictOf(found, other, isCopied ? own : undefined);
        if (messageId === undefined || (messageId === 'decimals' && isLabel)) continue;
        yield {
          messageId,
          data: { found, decimal: other.decimal === ',' ? 'a comma' : 'a point', meant: found.replace(/[.,]/g, '') },
          at: { kind: 'segment', id: segment.id, offset: index, length: found.length },
          related: relatedSource(model, segment),
          key: `${segment.id} ${found}`,
        };
      }
    }
  },
});

/** What stands before and behind a number. */
function aroundOf(text: string, index: number, length: number): readonly [string, string] {
  return [text.slice(Math.max(0, index - 30), index), text.slice(index + length, index + length + 3)];
}

/** `source` is given for numbers that stand in the source in the same signs. */
function verdictOf(
  number: string,
  { decimal }: Separators,
  source: Separators | undefined,
): 'copied' | 'separators' | 'decimals' | undefined {
  const signs = number.replace(/\d/g, '');
  const [last = '', first = ''] = [signs.at(-1), signs[0]];
  if (signs.length > 1) {
    const groups = number.split(/[.,]/);
    const isMixed = first !== last && signs.slice(0, -1) === first.repeat(signs.length - 1);
    const isGrouped = (groups[0] ?? '').length <= 3 && groups.slice(1, isMixed ? -1 : undefined).every((group) => group.length === 3);
    if (!isGrouped || (first !== last && !isMixed)) return undefined;
    return (isMixed ? last !== decimal : first === decimal) ? 'separators' : undefined;
  }
  if (!source || source.decimal === decimal) return undefined;
  const isThousand = /^[1-9]\d{0,2}[.,]\d{3}$/.test(number);
  if (isThousand && last === decimal && last === source.group) return 'copied';
  // So exact are places on maps, which programs read.
  const isCoordinate = /^\d{1,3}[.,]\d{4,}$/.test(number);
  return !isThousand && !isCoordinate && last === source.decimal ? 'decimals' : undefined;
}

/** The number stands there as a whole. */
function isNumberIn(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    if (!/[\d.,]$/.test(text.slice(0, at)) && !/^(?:\d|[.,]\d)/.test(text.slice(at + number.length, at + number.length + 2))) return true;
  return false;
}
