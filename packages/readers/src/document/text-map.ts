/** A stretch of a block's text, and where it stands in the source. */
export interface TextRun {
  /** Offset in the block's text. */
  readonly at: number;
  readonly length: number;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
  /** Unit for unit the same; else the run as a whole stands for the source as a whole (an escape, a line end). */
  readonly exact: boolean;
}

/** The runs of one block, in order and without gaps in the text. */
export type TextMap = readonly TextRun[];

/** Builds a block's text, prose and map together. */
export class TextBuilder {
  text = '';
  readonly runs: TextRun[] = [];
  readonly #blanks: { readonly from: number; readonly to: number }[] = [];

  /** Text that stands in the source as it is. */
  exact(text: string, start: number): void {
    const last = this.runs.at(-1);
    if (text === '') return;
    if (last?.exact && last.end === start) {
      this.runs[this.runs.length - 1] = { ...last, length: last.length + text.length, end: start + text.length };
    } else this.runs.push({ at: this.text.length, length: text.length, start, end: start + text.length, exact: true });
    this.text += text;
  }

  /** Text that the source writes in another way. */
  written(text: string, start: number, end: number): void {
    if (text === '') return;
    this.runs.push({ at: this.text.length, length: text.length, start, end, exact: false });
    this.text += text;
  }

  /** What `add` appends is no prose. */
  blank(add: () => void): void {
    const from = this.text.length;
    add();
    this.#blanks.push({ from, to: this.text.length });
  }

  get prose(): string {
    let [prose, done] = ['', 0];
    for (const { from, to } of this.#blanks) {
      if (to <= done) continue;
      prose += this.text.slice(done, Math.max(from, done)) + BLANK.repeat(to - Math.max(from, done));
      done = to;
    }
    return prose + this.text.slice(done);
  }
}

/** Stands for what is no prose: the object replacement character. */
export const BLANK = '\uFFFC';

/** The source range of `length` units of a block's text from `offset`; `undefined` for a text without runs. */
export function sourceRange(map: TextMap, offset: number, length: number): { start: number; end: number } | undefined {
  const first = runAt(map, offset);
  const last = length > 0 ? runAt(map, offset + length - 1) : first;
  if (!first || !last) return undefined;
  const start = first.exact ? Math.min(first.start + offset - first.at, first.end) : first.start;
  if (length <= 0) return { start, end: start };
  const end = last.exact ? Math.min(last.start + offset + length - last.at, last.end) : last.end;
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

/** The run that holds an offset; the last one for an offset at or beyond the end. */
function runAt(map: TextMap, offset: number): TextRun | undefined {
  let [low, high] = [0, map.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return map[low];
}
