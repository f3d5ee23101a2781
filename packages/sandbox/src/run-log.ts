import type { LogLine } from '@preflag/core';
import type { Line } from './frames.ts';

/** Characters that no terminal should get: C0 without tab and newline, DEL, C1. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const MAX_NOTES = 100;

/** The log of one run: a head that grows, and a tail that the worker replaces. Counts what it keeps, whatever the worker says. */
export class RunLog {
  readonly #half: number;
  readonly #onLog: ((line: LogLine) => void) | undefined;
  readonly #head: LogLine[] = [];
  #headBytes = 0;
  #notes = 0;
  #tail: LogLine[] = [];
  #dropped = 0;

  constructor(limit: number, onLog?: (line: LogLine) => void) {
    this.#half = limit / 2;
    this.#onLog = onLog;
  }

  /** False when the worker sent more than it may. */
  add(lines: readonly Line[]): boolean {
    for (const line of lines) {
      this.#headBytes += line[1].length + 1;
      if (this.#headBytes > this.#half) return false;
      this.#push(...line);
    }
    return true;
  }

  /** A line of the sandbox itself; only the first 100 are kept, the others counted. */
  note(level: LogLine['level'], text: string): void {
    this.#notes += 1;
    if (this.#notes <= MAX_NOTES) this.#push(level, text);
  }

  #push(level: LogLine['level'], text: string): void {
    const line = { level, text: text.replaceAll(CONTROLS, '\uFFFD') };
    this.#head.push(line);
    this.#onLog?.(line);
  }

  /** False when the worker sent more than it may. */
  replaceTail(lines: readonly Line[], dropped: number): boolean {
    if (lines.reduce((sum, [, text]) => sum + text.length, 0) > this.#half) return false;
    this.#tail = lines.map(([level, text]) => ({ level, text: text.replaceAll(CONTROLS, '\uFFFD') }));
    this.#dropped = dropped;
    return true;
  }

  /** All lines that were kept. Those of the tail are first told to `onLog` here. */
  end(): { readonly log: readonly LogLine[]; readonly truncated?: { readonly kept: number; readonly dropped: number } } {
    for (const line of this.#tail) this.#onLog?.(line);
    const log = [...this.#head, ...this.#tail];
    const dropped = this.#dropped + Math.max(0, this.#notes - MAX_NOTES);
    return dropped > 0 ? { log, truncated: { kept: log.length, dropped } } : { log };
  }
}
