import type { SheetRange } from './cell-ranges.ts';

/** What is gathered over a range, row by row. */
export interface Gathered {
  add(row: number): void;
}

/**
 * What was gathered over ranges. Those that begin in the same place and end further and further down, as those of running totals do,
 * and those that are used many times, cost each row once.
 */
export class GrowingRanges<T extends Gathered> {
  readonly #most: number;
  readonly #held = new Map<string, { readonly gathered: T; bottom: number }>();

  /** @param most how many are held; the oldest is let go for a new one */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * What was gathered over exactly this range. It is used again, and changes with the next call.
   *
   * @param make begins to gather over ranges that begin as this one does
   * @param kind keeps apart what is gathered over the same cells in different ways
   */
  over(range: SheetRange, make: () => T, kind: string = ''): T {
    const key = `${range.sheet} ${range.left} ${range.right} ${range.top} ${kind}`;
    let held = this.#held.get(key);
    if (!held || held.bottom > range.bottom) {
      const [oldest] = this.#held.keys();
      if (!held && oldest !== undefined && this.#held.size >= this.#most) this.#held.delete(oldest);
      held = { gathered: make(), bottom: range.top - 1 };
      this.#held.set(key, held);
    }
    while (held.bottom < range.bottom) {
      held.bottom += 1;
      held.gathered.add(held.bottom);
    }
    return held.gathered;
  }
}
