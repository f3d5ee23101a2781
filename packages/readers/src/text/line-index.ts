import type { Position } from '@preflag/core';

/** Offsets and positions of a text. Lines end in `\n`, `\r\n` or `\r`. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    const end = /\r\n|\n|\r/g;
    while (end.exec(text)) this.#starts.push(end.lastIndex);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The position of a UTF-16 offset; one beyond the text is at its end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset of a position; `undefined` when the text has no such line, or the line no such column. */
  offset({ line, column }: Position): number | undefined {
    const start = this.#starts[line - 1];
    if (start === undefined || column < 1) return undefined;
    const offset = start + column - 1;
    return offset <= Math.min(this.#length, this.#starts[line] ?? this.#length) ? offset : undefined;
  }
}
