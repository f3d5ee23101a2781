/**
 * Mean of ln(length in UTF-16 units ÷ length of the English original), by language. Measured on 481 sentences each of the
 * parallel treebanks PUD (Universal Dependencies); Japanese, which is missing there, is set between Chinese and Korean.
 */
const LOG_RATIO: Readonly<Record<string, number>> = {
  ar: -0.17,
  cs: -0.06,
  de: 0.13,
  es: 0.1,
  fi: 0.04,
  fr: 0.14,
  id: 0.07,
  it: 0.11,
  ja: -0.85,
  ko: -0.7,
  pt: 0.06,
  ru: 0.05,
  th: -0.12,
  zh: -1.15,
};

const DENSE: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);

/** How long a translation is, given its source. */
export interface LengthModel {
  /** Mean of ln(target length ÷ source length). */
  readonly mean: number;
  /** Scale of the variance. */
  readonly spread: number;
}

/** The model of a pair of languages; languages that were not declared are told by script only. */
export function lengthModel(source: string, target: string): LengthModel {
  const spread = DENSE.has(source) === DENSE.has(target) ? 1 : 2.2;
  return { mean: (LOG_RATIO[target] ?? 0) - (LOG_RATIO[source] ?? 0), spread };
}

/** The language that the letters of a text point to, among those whose texts are much shorter; else ``. */
export function denseLanguageOf(text: string): string {
  const sample = text.slice(0, 4000);
  const share = (script: RegExp): number => (sample.match(script)?.length ?? 0) / Math.max(1, sample.length);
  if (share(/\p{Script=Hangul}/gu) > 0.2) return 'ko';
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja';
  return share(/\p{Script=Han}/gu) > 0.2 ? 'zh' : '';
}

/** The model with the mean that pairs of this document show, where there are enough of them. */
export function refineModel(model: LengthModel, pairs: readonly (readonly [source: number, target: number])[]): LengthModel {
  const ratios = pairs.filter(([source, target]) => source >= 20 && target >= 5).map(([source, target]) => Math.log(target / source));
  if (ratios.length < 8) return model;
  ratios.sort((a, b) => a - b);
  return { ...model, mean: ratios[ratios.length >> 1] ?? model.mean };
}

/**
 * The negative log likelihood that lengths belong together, 0 at best: half the square of the deviation of the log ratio.
 * Its variance falls with the length: 0.004 + 1.6 ÷ length fits the treebanks above (0.20 at 45 units, 0.11 at 200).
 */
export function lengthCost(source: number, target: number, { mean, spread }: LengthModel): number {
  const variance = (0.004 + 1.6 / (source + 4)) * spread;
  const deviation = Math.log((target + 4) / (source + 4)) - mean;
  return Math.min((deviation * deviation) / (2 * variance), MOST_COST);
}

/** No length can say more than this: real translations have outliers. */
const MOST_COST = 18;
