/** Output of which the middle was dropped when it was long. */
export interface Captured {
  readonly head: string;
  readonly tail: string;
  /** Bytes between head and tail. */
  readonly dropped: number;
}

/** Keeps the first and the last `limit` bytes of a stream. */
export class HeadTail {
  readonly #limit: number;
  #head: Uint8Array[] = [];
  #headBytes = 0;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  #dropped = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: Uint8Array): void {
    const forHead = chunk.subarray(0, this.#limit - this.#headBytes);
    if (forHead.length > 0) this.#head.push(forHead);
    this.#headBytes += forHead.length;
    const rest = chunk.subarray(forHead.length);
    if (rest.length === 0) return;
    this.#tail.push(rest);
    this.#tailBytes += rest.length;
    while (this.#tailBytes > this.#limit) this.#dropFirst();
  }

  #dropFirst(): void {
    const first = this.#tail[0] ?? new Uint8Array(0);
    const over = Math.min(first.length, this.#tailBytes - this.#limit);
    this.#dropped += over;
    this.#tailBytes -= over;
    if (over === first.length) this.#tail.shift();
    else this.#tail[0] = first.slice(over);
  }

  text(): Captured {
    return { head: Buffer.concat(this.#head).toString(), tail: Buffer.concat(this.#tail).toString(), dropped: this.#dropped };
  }
}
