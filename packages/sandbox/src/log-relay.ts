import type { Said, Line } from './frames.ts';

const TAIL_EVERY_MS = 100;

/**
 * Sends a run's log to the parent: the first half of `limit` bytes at once, then only a tail of the other half, again and
 * again, so that what was logged last is known when the worker is killed.
 */
export class LogRelay {
  readonly #half: number;
  readonly #send: (message: Said) => void;
  #headBytes = 0;
  #tail: Line[] = [];
  #tailBytes = 0;
  #dropped = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(limit: number, send: (message: Said) => void) {
    this.#half = limit / 2;
    this.#send = send;
  }

  add(line: Line): void {
    const size = line[1].length + 1;
    if (this.#tail.length === 0 && this.#headBytes + size <= this.#half) {
      this.#headBytes += size;
      this.#send({ type: 'log', lines: [line] });
      return;
    }
    const cut = Math.floor(this.#half);
    this.#tail.push(size > cut ? [line[0], line[1].slice(-cut)] : line);
    this.#tailBytes += Math.min(size, cut + 1);
    while (this.#tailBytes > this.#half && this.#tail.length > 1) this.#drop();
    this.#timer ??= setTimeout(() => this.flush(), TAIL_EVERY_MS);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#tail.length > 0) this.#send({ type: 'tail', lines: this.#tail, dropped: this.#dropped });
  }

  #drop(): void {
    this.#tailBytes -= (this.#tail.shift()?.[1].length ?? 0) + 1;
    this.#dropped += 1;
  }
}
