import { foldText } from '@preflag/readers/sheets';
import type { AmountColumn, Grid } from './grid.ts';

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

const WORD = /[\p{L}\d]+(?:[’'&.-][\p{L}\d]+)*/gu;
const LONGEST_LABEL = 8;
/** A column with more different texts has free text in it. */
const MOST_LABELS = 5000;

/** Finds the rows and columns of a grid by their names in cells and in prose. */
export class GridNames {
  readonly grid: Grid;
  /** By folded words joined by spaces. */
  readonly #labels = new Map<string, NamedLabel[]>();
  readonly #amounts: readonly { readonly amount: AmountColumn; readonly key: string; readonly words: readonly string[] }[];

  constructor(grid: Grid) {
    this.grid = grid;
    for (const [column, { values }] of grid.labels.entries()) {
      if (values.length > MOST_LABELS) continue;
      for (const [id, text] of values.entries()) {
        const key = wordsOf(text).join(' ');
        if (key === '') continue;
        const known = this.#labels.get(key);
        if (known) known.push({ column, id, text });
        else this.#labels.set(key, [{ column, id, text }]);
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

  /** Labels that stand in a text as they are written, longest first at each word. Labels in small letters are words like others. */
  labelsIn(text: string): readonly NamedLabel[] {
    const words = [...text.matchAll(WORD)];
    const found: NamedLabel[] = [];
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(LONGEST_LABEL, words.length - at); length > 0; length--) {
        const [first, last] = [words[at], words[at + length - 1]];
        if (!first || !last) break;
        const after = last.index + last[0].length;
        const written = text.slice(first.index, after);
        if (isPartOfNumber(text, first.index, after) || SMALL_NUMBER.test(written)) continue;
        const labels = this.label(written).filter(
          (label) => label.text.trim() === written && /[\p{Lu}\p{Lo}\d]/u.test(written) && written.length > 1,
        );
        if (labels.length === 0) continue;
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

function wordsOf(text: string): string[] {
  return Array.from(foldText(text).matchAll(WORD), ([word]) => word);
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

function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:es|s|en|n)$/, '') : word;
}
