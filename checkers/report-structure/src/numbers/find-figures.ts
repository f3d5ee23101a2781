import { matchesIn } from '@preflag/core';
import { maskText } from './mask-text.ts';
import { NUMBER_PATTERN, readNumber, type DecimalMark } from './read-number.ts';

/** A number in a text that says how much, or how many, of something. */
export interface Figure {
  /** UTF-16 units in the text, with sign, currency, scale and unit. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** With its scale: `4.2 million` is 4,200,000. */
  readonly value: number;
  /** What its last digit stands for: 100,000 in `4.2 million`. */
  readonly step: number;
  /** `%`, `pp` for percentage points, a currency as ISO 4217 or its sign, or empty. */
  readonly unit: string;
  /** What a scale word multiplies it by; 1 without. */
  readonly scale: number;
  /** A whole number without marks, unit and scale: often a count. */
  readonly isPlain: boolean;
  /** `about`, `nearly`, `more than` and the like stand before it. */
  readonly isRough: boolean;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'CNY',
  元: 'CNY',
  usd: 'USD',
  gbp: 'GBP',
  chf: 'CHF',
  dollars: 'USD',
  dollar: 'USD',
  pounds: 'GBP',
  美元: 'USD',
  欧元: 'EUR',
};
const CURRENCY = String.raw`US\$|[$€£¥￥]|(?:EUR|USD|GBP|CHF)\s?`;
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:thousand|tausend|tsd\.?|k|千)$/i, 1e3],
  [/^(?:万|萬)$/, 1e4],
  [/^(?:millions?|millionen|mio\.?|mn|mln|m)$/i, 1e6],
  [/^(?:亿|億)$/, 1e8],
  [/^(?:billions?|milliarden?|mrd\.?|bn|b)$/i, 1e9],
  [/^(?:trillions?|billionen|tn)$/i, 1e12],
];
const SCALE = String.raw`[\s\u00A0]?(?:thousand|million|billion|trillion)s?(?!\p{L})|[\s\u00A0]?(?:Tausend|Tsd\.?|Millionen|Mio\.?|Milliarden?|Mrd\.?|mln|mn|bn|tn)(?!\p{L})|[kKmMbB](?![\p{L}\d²³])|\s?[万萬亿億千]`;
const UNIT = String.raw`[\s\u00A0\u202F]?(?:%-?(?:points?|Punkte?n?)|percentage[\s-]points?|Prozentpunkte?n?|pp(?!\p{L})|个百分点|%|％|per\s?cent(?!\p{L})|Prozent(?!\p{L})|(?:EUR|USD|GBP|CHF|euros?|Euro|dollars|pounds)(?!\p{L})|[€£$]|美元|欧元|元)`;
const FIGURE = new RegExp(
  String.raw`(?<![\p{Lu}\p{Ll}\d_.,/\\]|[\d\p{Lu}\p{Ll}][-–])(?<sign>[-−+]|\u2212)?(?<before>${CURRENCY})?(?<number>${NUMBER_PATTERN})(?<scale>${SCALE})?(?<unit>${UNIT})?`,
  'gu',
);
const ROUGH =
  /(?:about|around|approximately|approx\.?|roughly|nearly|almost|over|under|above|below|more than|less than|fewer than|at least|at most|up to|some|close to|just|circa|ca\.|etwa|rund|fast|knapp|gut|über|unter|mehr als|weniger als|mindestens|höchstens|bis zu|约|大约|近|超过|超|逾|[~≈<>≥≤±])\s*(?:the |a |an )?$/iu;

/** The figures of a text, in order. Dates, years, versions, references and names are none. */
export function findFigures(text: string, mark: DecimalMark): readonly Figure[] {
  if (!/\d/.test(text)) return [];
  const masked = maskText(text);
  if (!/\d/.test(masked)) return [];
  return matchesIn(masked, FIGURE).flatMap((match) => figureOf(match, text, mark) ?? []);
}

function figureOf({ index, 0: found, groups = {} }: RegExpExecArray, text: string, mark: DecimalMark): Figure | undefined {
  const written = readNumber(groups.number ?? '', mark);
  if (!written) return undefined;
  const scaleWord = (groups.scale ?? '').trim();
  const unit = unitOf(groups.unit ?? groups.before ?? '');
  const scale = scaleWord === '' ? 1 : (SCALES.find(([pattern]) => pattern.test(scaleWord))?.[1] ?? 1);
  // A single small letter is a scale only beside a currency: `5m` may be metres; a capital behind a number makes it a name: `3D`.
  const isScale = !/^[mb]$/.test(scaleWord) || (unit !== '' && unit !== '%');
  if (/^\p{Lu}/u.test(text.slice(index + found.length))) return undefined;
  const by = isScale ? scale : 1;
  const isNegative = /[-−]/.test(groups.sign ?? '') && !/\d\s?$/.test(text.slice(Math.max(0, index - 2), index));
  return {
    start: index,
    end: index + found.length,
    text: found.trim(),
    value: (isNegative ? -1 : 1) * written.value * by,
    step: written.step * by,
    unit,
    scale: by,
    isPlain: !written.isMarked && by === 1 && unit === '',
    isRough: ROUGH.test(text.slice(Math.max(0, index - 24), index)) || text.startsWith('+', index + found.length),
  };
}

function unitOf(text: string): string {
  const unit = text.trim().toLowerCase();
  if (/^(?:%-?p|percentage|prozentp|pp|个)/.test(unit)) return 'pp';
  if (/^(?:%|％|per|prozent)/.test(unit)) return '%';
  return CURRENCIES[unit] ?? '';
}
