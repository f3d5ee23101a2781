/** Remembers which parts of a text were found already, so that the first of two patterns that meet counts. */
export class TakenRanges {
  #taken: Uint8Array | undefined;
  readonly #length: number;

  /** @param length of the text, in UTF-16 units */
  constructor(length: number) {
    this.#length = length;
  }

  /** Takes a range; false when its beginning or its end is taken. */
  take(start: number, end: number): boolean {
    this.#taken ??= new Uint8Array(this.#length);
    if (this.#taken[start] === 1 || this.#taken[end - 1] === 1) return false;
    this.#taken.fill(1, start, end);
    return true;
  }
}
