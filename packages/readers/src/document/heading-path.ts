/** The titles of the headings above, while blocks are listed in order. */
export class HeadingPath {
  #titles: readonly string[] = [];
  #depths: readonly number[] = [];

  /** The titles above a block; above a heading of `depth`, those that it stands under. One array for all blocks of a section. */
  above(depth?: number): readonly string[] {
    return depth === undefined ? this.#titles : this.#titles.slice(0, this.#kept(depth));
  }

  /** Goes on under a heading. */
  enter(text: string, depth: number): void {
    const kept = this.#kept(depth);
    this.#titles = [...this.#titles.slice(0, kept), text.replace(/\s+/g, ' ').trim()];
    this.#depths = [...this.#depths.slice(0, kept), depth];
  }

  /** Goes on outside of the headings of `depth` and below. */
  leave(depth: number): void {
    const kept = this.#kept(depth);
    this.#titles = this.#titles.slice(0, kept);
    this.#depths = this.#depths.slice(0, kept);
  }

  #kept(depth: number): number {
    const kept = this.#depths.findIndex((other) => other >= depth);
    return kept < 0 ? this.#depths.length : kept;
  }
}
