import type { ParagraphMarks } from '../story/story.ts';

interface OpenField {
  code: string;
  result: string;
  /** What follows is what the field shows. */
  hasResult: boolean;
  readonly marks: ParagraphMarks | undefined;
}

/** Codes and results are kept up to this many units. */
const LONGEST = 2_000;

/** The fields that are open, outermost first (ECMA-376-1, 17.16.2). */
export class FieldStack {
  readonly #open: OpenField[] = [];

  begin(marks: ParagraphMarks | undefined, code?: string): void {
    this.#open.push({ code: code ?? '', result: '', hasResult: code !== undefined, marks });
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.hasResult = true;
  }

  end(): void {
    const field = this.#open.pop();
    if (field) field.marks?.fields.push({ code: field.code.trim(), result: field.result.trim() });
  }

  /** Takes text that is a part of a code, and so is not shown. `isCode` where the file says that it is. */
  takeCode(text: string, isCode: boolean): boolean {
    const field = this.#open.findLast(({ hasResult }) => !hasResult);
    if (field && field.code.length < LONGEST) field.code += text;
    return isCode || field !== undefined;
  }

  takeResult(text: string): void {
    for (const field of this.#open) if (field.result.length < LONGEST) field.result += text;
  }

  get isInCode(): boolean {
    return this.#open.some(({ hasResult }) => !hasResult);
  }

  get isContents(): boolean {
    return this.#open.some(({ code }) => /^\s*TOC\b/.test(code));
  }

  /** Where the text of a HYPERLINK field leads. */
  get link(): string | undefined {
    for (const { code } of this.#open) {
      const [, address, anchor] = /^\s*HYPERLINK\s+(?:"([^"]*)")?\s*(?:\\l\s+"([^"]*)")?/.exec(code) ?? [];
      if (address !== undefined || anchor !== undefined) return anchor === undefined ? address : `${address ?? ''}#${anchor}`;
    }
    return undefined;
  }

  /** Codes end with their paragraph: a field that is never ended must not hide the rest. */
  endParagraph(): void {
    this.#open.splice(0, this.#open.length, ...this.#open.filter(({ hasResult }) => hasResult));
  }
}
