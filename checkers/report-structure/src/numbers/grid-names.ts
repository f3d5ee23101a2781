import { matchesIn } from '@preflag/core';
import type { AmountColumn, Grid } from './grid.ts';
import { stem, WORD, wordsOf, writtenWords } from './words.ts';

/** A label of a grid that a text names: which column, and which of its values. */
export interface NamedLabel {
  readonly column: number;
  readonly id: number;
  readonly text: string;
}

/** Rows that a text names, with the labels by which it does. */
export interface NamedRows {
  readonly rows: readonly number[];
  readonly labels: readonly NamedLabel[];
}

const LONGEST_LABEL = 8;
/** A column with more different texts has free text in it. */
const MOST_LABELS = 5000;

/** So many are looked for one by one. */
const FEW_LABELS = 50;

/** Finds the rows and columns of a grid by their names in cells and in prose. */
export class GridNames {
  readonly grid: Grid;
  /** By folded words joined by spaces. */
  readonly #labels = new Map<string, NamedLabel[]>();
  /** As they are written, without white space around. Prose is searched for these. */
  readonly #written = new Map<string, NamedLabel[]>();
  /** Words of the longest label. */
  #longest = 0;
  readonly #amounts: readonly { readonly amount: AmountColumn; readonly key: string; readonly words: readonly string[] }[];

  constructor(grid: Grid) {
    this.grid = grid;
    for (const [column, { values }] of grid.labels.entries()) {
      if (values.length > MOST_LABELS) continue;
      for (const [id, text] of values.entries()) {
        const words = wordsOf(text);
        if (words.length === 0) continue;
        const label = { column, id, text };
        addTo(this.#labels, words.join(' '), label);
        addTo(this.#written, text.trim(), label);
        this.#longest = Math.min(Math.max(this.#longest, words.length), LONGEST_LABEL);
      }
    }
    this.#amounts = grid.amounts.map((amount) => ({
      amount,
      key: wordsOf(bareName(amount.name)).join(' '),
      words: wordsOf(bareName(amount.name)),
    }));
  }

  /** The column of numbers of this name; `undefined` where none or several have it. */
  amount(name: string): AmountColumn | undefined {
    const key = wordsOf(bareName(name)).join(' ');
    const found = this.#amounts.filter((one) => one.key === key && key !== '');
    return found.length === 1 ? found[0]?.amount : undefined;
  }

  /** The one column of numbers all of whose words stand in a text; of several the one with most words. */
  amountIn(text: string): AmountColumn | undefined {
    const there = new Set(wordsOf(text).map(stem));
    const found = this.#amounts.filter(({ words }) => words.length > 0 && words.every((word) => word.length > 2 && there.has(stem(word))));
    const most = Math.max(0, ...found.map(({ words }) => words.length));
    const best = found.filter(({ words }) => words.length === most);
    return best.length === 1 ? best[0]?.amount : undefined;
  }

  /** The labels of a cell's text. */
  label(text: string): readonly NamedLabel[] {
    return this.#labels.get(wordsOf(text).join(' ')) ?? [];
  }

  /** False where no label can stand in a text: cheaper than to look for them. */
  mayNameRow(text: string): boolean {
    if (this.#written.size > FEW_LABELS) return true;
    for (const written of this.#written.keys()) if (text.includes(written)) return true;
    return false;
  }

  /** The words that labels begin with: where none of them stands, `labelsIn` finds nothing. */
  firstWords(): ReadonlySet<string> {
    return new Set([...this.#written.keys()].flatMap((written) => writtenWords(written)[0] ?? []));
  }

  /** Labels that stand in a text as they are written, longest first at each word. Labels in small letters are words like others. */
  labelsIn(text: string): readonly NamedLabel[] {
    const words = matchesIn(text, WORD);
    const found: NamedLabel[] = [];
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(this.#longest, words.length - at); length > 0; length--) {
        const [first, last] = [words[at], words[at + length - 1]];
        if (!first || !last) break;
        const after = last.index + last[0].length;
        const written = text.slice(first.index, after);
        const labels = this.#written.get(written);
        if (!labels || !canName(written) || isPartOfNumber(text, first.index, after)) continue;
        found.push(...labels);
        at += length - 1;
        break;
      }
    }
    return found;
  }

  /** Rows that have all of these labels; labels that may be of several columns count where rows are left. */
  rowsWith(named: readonly NamedLabel[]): NamedRows {
    let rows: number[] | undefined;
    const labels: NamedLabel[] = [];
    for (const label of named) {
      const ids = this.grid.labels[label.column]?.ids ?? new Int32Array();
      const left: number[] = rows?.filter((row) => ids[row] === label.id) ?? Array.from(ids.keys()).filter((row) => ids[row] === label.id);
      if (left.length === 0) continue;
      rows = left;
      labels.push(label);
    }
    return { rows: rows ?? [], labels };
  }
}

function addTo(labels: Map<string, NamedLabel[]>, key: string, label: NamedLabel): void {
  const known = labels.get(key);
  if (known) known.push(label);
  else labels.set(key, [label]);
}

/** More than a sign, and no word in small letters. */
function canName(written: string): boolean {
  return written.length > 1 && /[\p{Lu}\p{Lo}\d]/u.test(written) && !SMALL_NUMBER.test(written);
}

/** `Revenue (EUR)` is Revenue. */
function bareName(name: string): string {
  return (
    name
      .replace(/\s*[([][^)\]]*[)\]]\s*/g, ' ')
      .replaceAll('_', ' ')
      .trim() || name
  );
}

/** A few digits count something, and seldom name a row. */
const SMALL_NUMBER = /^\d{1,3}$/;

/** `16` in `16,214.90` is no word of its own. */
function isPartOfNumber(text: string, start: number, end: number): boolean {
  return (
    /\d[.,'’\u00A0\u202F]?$/.test(text.slice(Math.max(0, start - 2), start)) || /^[.,'’\u00A0\u202F]?\d/.test(text.slice(end, end + 2))
  );
}
