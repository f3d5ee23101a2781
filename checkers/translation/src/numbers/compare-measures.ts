import { findNumbers, hasDigit, type WrittenNumber } from './find-numbers.ts';
import { MOST_COMPARED } from './most-compared.ts';
import { measureWords, type MeasureWord, type MeasureWords } from './measure-words.ts';

export interface MeasureGap {
  readonly kind: 'changed' | 'lost';
  /** The number and its measure, as the source has them. */
  readonly expected: string;
  readonly found: string;
  /** Of what was found, in UTF-16 units. */
  readonly offset: number;
}

interface Side {
  readonly text: string;
  /** BCP 47. */
  readonly language: string | undefined;
}

interface Measure {
  readonly number: WrittenNumber;
  readonly text: string;
  readonly offset: number;
  readonly ids: ReadonlySet<string>;
  readonly isBehind: boolean;
}

/**
 * Amounts whose number is the same and whose unit or currency is another, or is gone. Words that neither Intl nor the signs of trade know
 * are never taken for another one. `undefined` where Intl knows nothing of one of the two languages.
 */
export function compareMeasures(source: Side, target: Side, kind: 'unit' | 'currency'): MeasureGap[] | undefined {
  const [from, to] = [measureWords(source.language, kind), measureWords(target.language, kind)];
  if (!from || !to) return undefined;
  if (!hasDigit(source.text) || !hasDigit(target.text)) return [];
  const own = measuresIn(source.text, from);
  if (own.length === 0) return [];
  const [numbers, others] = [findNumbers(target.text), measuresIn(target.text, to)];
  if (Math.max(own.length, others.length) > MOST_COMPARED) return [];
  const rest = others.reduce(
    (text, { offset, text: { length } }) => text.slice(0, offset) + ' '.repeat(length) + text.slice(offset + length),
    target.text,
  );
  return own.flatMap((measure): MeasureGap[] => {
    if (isKept(measure, others, own)) return [];
    const other = others.find(({ number, ids }) => isSameNumber(number, measure.number) && !own.some((one) => isKeptBy(one, number, ids)));
    // The measure may stand elsewhere, at the end of a range; but one that the source has nowhere is another one: 7 days, 7 semaines par jour.
    const isNew =
      other !== undefined &&
      kind === 'unit' &&
      !from.names(source.text, other.ids) &&
      !own.some(({ ids }) => !ids.isDisjointFrom(other.ids));
    if (!isNew && (to.names(rest, measure.ids) || from.names(rest, measure.ids))) return [];
    if (other) return [{ kind: 'changed', expected: measure.text, found: other.text, offset: other.offset }];
    const same = numbers.filter((number) => isSameNumber(number, measure.number));
    const bare = same.every((number) => standsAlone(number, target.text)) ? same[0] : undefined;
    return bare && !to.isBefore && isSign(measure) ? [{ kind: 'lost', expected: measure.text, found: bare.text, offset: bare.offset }] : [];
  });
}

/** With its own number, or with one that no other amount of the source has: a number may have been converted or rounded. */
function isKept({ number, ids }: Measure, others: readonly Measure[], own: readonly Measure[]): boolean {
  return others.some(
    (other) =>
      !other.ids.isDisjointFrom(ids) &&
      (isSameNumber(other.number, number) ||
        !own.some((one) => isSameNumber(one.number, other.number) && one.ids.isDisjointFrom(other.ids))),
  );
}

function isKeptBy(measure: Measure, number: WrittenNumber, ids: ReadonlySet<string>): boolean {
  return isSameNumber(measure.number, number) && !measure.ids.isDisjointFrom(ids);
}

function isSameNumber(a: WrittenNumber, b: WrittenNumber): boolean {
  return a.values.some((value) => b.values.includes(value));
}

/** Signs are never left out; words may be (a boy of 5 years), and so may signs of dates and hours (2017年). */
function isSign({ text, ids }: Measure): boolean {
  return !/\p{L}{4}/u.test(text) && ids.isDisjointFrom(TIMES);
}

const TIMES = new Set(['year', 'month', 'week', 'day', 'hour', 'minute', 'second']);

/** Nothing but the end of a phrase behind it, and no sign before it. */
function standsAlone({ offset, text }: WrittenNumber, all: string): boolean {
  return (
    /^\s?(?:[.;!?)\]。！？；]|,\s|$)/u.test(all.slice(offset + text.length, offset + text.length + 4)) &&
    !/[\p{Sc}\p{So}#№§-]\s?$/u.test(all.slice(Math.max(0, offset - 3), offset))
  );
}

const SCALE =
  /^[\s\u00A0\u202F-]?(?:bn|mn|m|k|thousand|million|billion|trillion|mio\.?|mrd\.?|mld\.?|mln\.?|млн\.?|млрд\.?|тыс\.?|тис\.?|tsd\.?)(?![\p{L}])/iu;

function measuresIn(text: string, words: MeasureWords): Measure[] {
  return findNumbers(text).flatMap((number): Measure[] => {
    const end = number.offset + number.text.length;
    const rest = text.slice(end, end + 48);
    const scale = SCALE.exec(rest)?.[0] ?? '';
    const [gap = ''] = /^[ \t\u00A0\u202F\u2009\u061C\u200E\u200F‑-]{0,3}/u.exec(rest) ?? [];
    const before = text.slice(Math.max(0, number.offset - 24), number.offset).replace(/[\s\u00A0\u202F\u061C\u200E\u200F]{1,3}$/u, '');
    const behind = words.after(rest.slice(gap.length)) ?? behindScale(rest, scale, words);
    if (behind) return [measureOf(number, behind, text.slice(number.offset, end + rest.indexOf(behind.text) + behind.text.length), true)];
    const front = words.before(before);
    return front ? [measureOf(number, front, `${front.text} ${number.text}`, false)] : [];
  });
}

function behindScale(rest: string, scale: string, words: MeasureWords): MeasureWord | undefined {
  return scale === '' ? undefined : words.after(rest.slice(scale.length).replace(/^(?:[\s\u00A0\u202F]|de\s|d’|di\s){0,2}/u, ''));
}

function measureOf(number: WrittenNumber, { ids }: MeasureWord, text: string, isBehind: boolean): Measure {
  return { number, ids, text, offset: number.offset, isBehind };
}
