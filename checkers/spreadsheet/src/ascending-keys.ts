/**
 * Whole numbers that came in ascending order, as most ids do, with their rows: a larger one than all before is new without being looked for.
 */
export class AscendingKeys {
  #keys: Float64Array = new Float64Array(1 << 10);
  #rows: Int32Array = new Int32Array(1 << 10);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** Takes a number that is larger than all before; says whether it is. */
  append(key: number, row: number): boolean {
    const count = this.#count;
    if (count > 0 && key <= this.#keys[count - 1]!) return false;
    if (count === this.#keys.length) this.#grow();
    this.#keys[count] = key;
    this.#rows[count] = row;
    this.#count++;
    return true;
  }

  /** The row of a number; -1 when it is not there. */
  rowOf(key: number): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    return low < this.#count && this.#keys[low] === key ? this.#rows[low]! : -1;
  }

  #grow(): void {
    const keys = new Float64Array(this.#count * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    const rows = new Int32Array(this.#count * 2);
    rows.set(this.#rows);
    this.#rows = rows;
  }
}
