import { dayPeriodsOf, type DayPeriods, type Half } from './day-periods.ts';
import { MOST_COMPARED } from './most-compared.ts';
import { toAscii } from './find-numbers.ts';

export interface ClockGap {
  /** `half`: morning and evening are not told apart any more; `changed`: the other half of the day. */
  readonly kind: 'half' | 'changed';
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

interface Clock {
  readonly text: string;
  readonly offset: number;
  readonly hour: number;
  /** Absent of full hours. */
  readonly minute?: number;
  /** The half that stands beside it, or that follows from the hour. */
  readonly half?: Half;
  /** A word follows at once in a language that has more words for the parts of a day than CLDR does. */
  readonly isBeforeWord: boolean;
  /** No mere number. */
  readonly isTime: boolean;
}

/** 3:45, 15.45, 15 h 45, 3時45分; hours alone only beside a word for their half. */
const CLOCK = /(?<![\d.,:/-])(\d{1,2})(?:(?::|\.|\s?h\s?|\s?[時点點时시]\s?)([0-5]\d)(?!\d|[.:,]\d))?(?:\s?[分분])?/gu;

const BEFORE_WORD =
  /^\s?[\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Devanagari}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Lao}\p{Script=Thai}\p{Script=Ethiopic}]/u;
/** Marks of the direction of writing. */
const DIRECTION = /[\u061C\u200E\u200F]/g;
const MARK_BEHIND = /^\s?[ap]\.?\s?m\b/iu;

/**
 * Compares times that are of one half of the day in the source (3:45 pm, 15:45) with those in the translation. Minutes that differ are those
 * of number-changed. Nothing where Intl does not know how a language names the parts of a day.
 */
export function compareClocks(source: Side, target: Side): ClockGap[] {
  if (!/\d/.test(toAscii(source.text))) return [];
  const [own, other] = [dayPeriodsOf(source.language), dayPeriodsOf(target.language)];
  if (!own || !other) return [];
  const exact = clocksIn(source.text, own).filter(({ half, isTime }) => half !== undefined && isTime);
  if (exact.length === 0) return [];
  const [all, halves] = [clocksIn(target.text, other), other.halvesIn(target.text)];
  if (Math.max(exact.length, all.length) > MOST_COMPARED) return [];
  return exact.flatMap((clock): ClockGap[] => {
    const same = all.filter(({ hour, minute }) => hour % 12 === clock.hour % 12 && (minute ?? 0) === (clock.minute ?? 0));
    const verdicts = same.map((one) => verdictOf(clock, one, halves));
    const kind = verdicts[0];
    // Any of them may be the one that is meant.
    if (kind === undefined || verdicts.includes('same')) return [];
    const found = same[0];
    return kind === 'same' || !found ? [] : [{ kind, expected: clock.text, found: found.text, offset: found.offset }];
  });
}

function verdictOf({ half, hour }: Clock, other: Clock, halves: ReadonlySet<Half>): ClockGap['kind'] | 'same' {
  if (other.half !== undefined) return other.half === half ? 'same' : halves.size > 1 && other.hour <= 12 ? 'same' : 'changed';
  if (other.isBeforeWord || (half !== undefined && halves.has(half))) return 'same';
  if (half === 'am') return hour === 12 && other.hour === 12 ? 'half' : 'same';
  return other.hour === 12 ? 'same' : 'half';
}

function clocksIn(text: string, periods: DayPeriods): Clock[] {
  const plain = toAscii(text);
  return Array.from(plain.matchAll(CLOCK)).flatMap(({ 0: written, 1: digits, 2: minutes, index }): Clock[] => {
    const [hour, end] = [Number(digits), index + written.length];
    if (hour > 24) return [];
    const before = plain.slice(Math.max(0, index - 24), index).replace(DIRECTION, '');
    const after = plain.slice(end, end + 24).replace(DIRECTION, '');
    const isTwelve = hour >= 1 && hour <= 12;
    const beside = isTwelve ? periods.halfBeside(before, after) : undefined;
    const half = hour > 12 && hour < 24 ? 'pm' : hour === 0 ? 'am' : beside;
    // A number alone may be anything; it is a time where the source says so, and no decimal, share or date.
    if (minutes === undefined && beside === undefined && /^(?:[.,:/]?\d|\s?[%‰°]|[.,]\s?\p{Lu}?\d)/u.test(after)) return [];
    const shown = beside === undefined ? end : end + (MARK_BEHIND.exec(after)?.[0].length ?? 0);
    return [
      {
        text: text.slice(index, shown),
        offset: index,
        hour,
        ...(minutes !== undefined && { minute: Number(minutes) }),
        ...(half !== undefined && { half }),
        isBeforeWord: BEFORE_WORD.test(after),
        isTime: minutes !== undefined || beside !== undefined,
      },
    ];
  });
}
