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
    number.replace(/[^\p{Nd}]/gu, '').replace(/[^0-9]/gu, valueOfDigit),
  );
}

/** The digits of a script stand in a row, from its zero on. */
function valueOfDigit(digit: string): string {
  const own = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(own - value - 1))) value += 1;
  return String(value);
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
  const words =
    prose
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(words.map((word) => (/^\p{Lu}/u.test(word) ? word.slice(0, 5) : word.slice(0, 4)).toLowerCase()))];
}

/** Question marks, sentence ends, brackets and colons, in the forms of several scripts. */
const SIGNS: readonly RegExp[] = [/[?？؟]/g, /[.!。！।](?=\s|$|["”»])|[。！।]/g, /[(（]/g, /[:：;；]/g];
const SIGN_WEIGHTS = [1.2, 0.5, 0.8, 0.5];

/** Compares anchors; rare ones weigh more. Built from all texts of both documents. */
export class AnchorModel {
  readonly #ids = new Map<string, number>();
  /** By id: what it says that both have this anchor. */
  readonly #weights: readonly number[];
  readonly #indexed = new WeakMap<Anchors, { readonly strong: Int32Array; readonly words: Int32Array }>();

  /** @param least rarity is judged as in so many texts at least: in a few texts everything is common */
  constructor(all: readonly Anchors[], least = 1) {
    const frequency: number[] = [];
    for (const { strong, words } of all) {
      for (const anchor of new Set([...strong, ...words])) {
        const id = this.#ids.get(anchor) ?? this.#ids.size;
        this.#ids.set(anchor, id);
        frequency[id] = (frequency[id] ?? 0) + 1;
      }
    }
    // An anchor of a pair is in two texts at least.
    this.#weights = frequency.map((count) => Math.log((2 * Math.max(least, all.length)) / Math.max(2, count)) / 2);
  }

  /** Negative for what both have, positive for what only one has. */
  cost(source: Anchors, target: Anchors): number {
    const [from, to] = [this.#index(source), this.#index(target)];
    const strong = this.#overlap(from.strong, to.strong);
    const words = this.#overlap(from.words, to.words);
    let signs = 0;
    for (let index = 0; index < SIGN_WEIGHTS.length; index++) {
      signs += (SIGN_WEIGHTS[index] ?? 0) * Math.min(2, Math.abs((source.signs[index] ?? 0) - (target.signs[index] ?? 0)));
    }
    const missing = Math.min(3, from.strong.length - strong.count);
    return signs + 0.8 * missing - Math.min(12, 1.6 * strong.weight) - Math.min(8, 0.6 * words.weight);
  }

  #index(anchors: Anchors): { readonly strong: Int32Array; readonly words: Int32Array } {
    const known = this.#indexed.get(anchors);
    if (known) return known;
    const idsOf = (list: readonly string[]): Int32Array => Int32Array.from(list, (anchor) => this.#ids.get(anchor) ?? -1).toSorted();
    const indexed = { strong: idsOf(anchors.strong), words: idsOf(anchors.words) };
    this.#indexed.set(anchors, indexed);
    return indexed;
  }

  /** How many ids two sorted lists share, and what they weigh together. */
  #overlap(source: Int32Array, target: Int32Array): { weight: number; count: number } {
    let [weight, count] = [0, 0];
    for (let from = 0, to = 0; from < source.length && to < target.length;) {
      const difference = (source[from] ?? 0) - (target[to] ?? 0);
      if (difference === 0) {
        weight += this.#weights[source[from] ?? 0] ?? 0;
        count++;
      }
      if (difference <= 0) from++;
      if (difference >= 0) to++;
    }
    return { weight, count };
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
