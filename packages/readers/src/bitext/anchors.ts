import type { Block } from '../document/model.ts';
import { BLANK } from '../document/text-map.ts';

/** What stays recognisable in a translation: numbers, code and addresses, beginnings of words, and signs. */
export interface Anchors {
  readonly strong: readonly string[];
  readonly words: readonly string[];
  readonly signs: readonly number[];
}

const NO_ANCHORS: Anchors = { strong: [], words: [], signs: [] };
/** Units of a block that are looked at. */
const MOST_UNITS = 4000;

/** The anchors of a block's text. */
export function anchorsOf({ text, prose }: Pick<Block, 'text' | 'prose'>): Anchors {
  if (text === '') return NO_ANCHORS;
  const sample = text.slice(0, MOST_UNITS);
  return {
    strong: [...numbersOf(sample), ...blankedParts(sample, prose)],
    words: wordStarts(prose.slice(0, MOST_UNITS)),
    signs: SIGNS.map((sign) => sample.match(sign)?.length ?? 0),
  };
}

/** Numbers by their digits alone, since separators differ between languages. */
function numbersOf(text: string): string[] {
  return (text.normalize('NFKC').match(/\p{Nd}+(?:[.,'\u00A0\u202F ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,]\p{Nd}+)?/gu) ?? []).map((number) =>
    number.replace(/[^\p{Nd}]/gu, '').replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)),
  );
}

/** Code, addresses and the like: what the prose leaves out. */
function blankedParts(text: string, prose: string): string[] {
  const parts: string[] = [];
  const blank = new RegExp(`${BLANK}+`, 'g');
  for (let found = blank.exec(prose); found && found.index < MOST_UNITS; found = blank.exec(prose)) {
    const part = text.slice(found.index, found.index + found[0].length);
    if (!part.startsWith(BLANK)) parts.push(part);
  }
  return parts;
}

/** Beginnings of words without marks: names stay, and languages that are related share many more. */
function wordStarts(prose: string): string[] {
  const words = prose.normalize('NFD').replace(/\p{M}/gu, '').match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(words.map((word) => (/^\p{Lu}/u.test(word) ? word.slice(0, 5) : word.slice(0, 4)).toLowerCase()))];
}

/** Question marks, sentence ends, brackets and colons, in the forms of several scripts. */
const SIGNS: readonly RegExp[] = [/[?？؟]/g, /[.!。！।](?=\s|$|["”»])|[。！।]/g, /[(（]/g, /[:：;；]/g];
const SIGN_WEIGHTS = [1.2, 0.5, 0.8, 0.5];

/** Compares anchors; rare ones weigh more. Built from all texts of both documents. */
export class AnchorModel {
  readonly #frequency = new Map<string, number>();
  readonly #blocks: number;

  constructor(all: readonly Anchors[]) {
    this.#blocks = Math.max(1, all.length);
    for (const { strong, words } of all) for (const anchor of new Set([...strong, ...words])) this.#frequency.set(anchor, (this.#frequency.get(anchor) ?? 0) + 1);
  }

  /** Negative for what both have, positive for what only one has. */
  cost(source: Anchors, target: Anchors): number {
    const strong = this.#overlap(source.strong, target.strong);
    const words = this.#overlap(source.words, target.words);
    const signs = SIGN_WEIGHTS.reduce(
      (sum, weight, index) => sum + weight * Math.min(2, Math.abs((source.signs[index] ?? 0) - (target.signs[index] ?? 0))),
      0,
    );
    return signs + 0.8 * strong.missing - Math.min(12, 1.6 * strong.weight) - Math.min(8, 0.6 * words.weight);
  }

  /** What both have, each weighed by its rarity, and how many of the source the target lacks. */
  #overlap(source: readonly string[], target: readonly string[]): { weight: number; missing: number } {
    const left = new Map<string, number>();
    for (const anchor of target) left.set(anchor, (left.get(anchor) ?? 0) + 1);
    let [weight, missing] = [0, 0];
    for (const anchor of source) {
      const count = left.get(anchor) ?? 0;
      if (count === 0) missing++;
      else {
        left.set(anchor, count - 1);
        weight += Math.log(this.#blocks / ((this.#frequency.get(anchor) ?? 2) / 2)) / 2;
      }
    }
    return { weight, missing: Math.min(missing, 3) };
  }
}

/** The anchors of texts that are taken together. */
export function joinAnchors(parts: readonly Anchors[]): Anchors {
  const [first = NO_ANCHORS, ...others] = parts;
  if (others.length === 0) return first;
  return {
    strong: parts.flatMap(({ strong }) => strong),
    words: [...new Set(parts.flatMap(({ words }) => words))],
    signs: SIGNS.map((_, index) => parts.reduce((sum, { signs }) => sum + (signs[index] ?? 0), 0)),
  };
}
