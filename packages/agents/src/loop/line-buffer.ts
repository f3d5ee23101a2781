/** Text that is shown of a file at most, over all pages. */
export const MAX_RENDERED = 4_000_000;

/** Lines up to a length that can be held and sent. */
export class LineBuffer {
  readonly #lines: string[] = [];
  #characters = 0;

  get isFull(): boolean {
    return this.#characters > MAX_RENDERED;
  }

  add(...lines: readonly string[]): void {
    for (const line of lines) {
      this.#characters += line.length + 1;
      this.#lines.push(line);
    }
  }

  /** Adds to the last line. */
  extend(text: string): void {
    this.#characters += text.length;
    this.#lines.push(`${this.#lines.pop() ?? ''}${text}`);
  }

  text(): string {
    const text = this.#lines.join('\n');
    if (!this.isFull) return text;
    return `${text.slice(0, MAX_RENDERED)}\n[The rest is not shown: more than ${MAX_RENDERED.toLocaleString('en-US')} characters. Look at it with run_code.]`;
  }
}
