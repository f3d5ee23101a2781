import { type Captured, HeadTail } from '@preflag/supervisor';

const CHUNK_BYTES = 64 * 1024;
const NEWLINE = 10;

/** What is left of a stream at its end. */
export interface OutputEnd {
  readonly captured: Captured;
  /** Lines of the tail that were not told yet. */
  readonly lines: readonly string[];
  /** Lines between head and tail. */
  readonly droppedLines: number;
}

/**
 * One stream of a command: tells the lines of its first `limit` bytes as they come, and keeps its first and last `limit` bytes.
 * What it holds does not grow with what is printed, also when that comes a byte at a time.
 */
export class OutputStream {
  readonly #limit: number;
  readonly #kept: HeadTail;
  readonly #onLine: (text: string) => void;
  readonly #decoder = new TextDecoder();
  /** Small chunks are put together before they are kept. */
  #waiting = Buffer.alloc(CHUNK_BYTES);
  #waitingBytes = 0;
  /** The beginning of a line whose end has not come. */
  #open = '';
  #headBytes = 0;
  #newlines = 0;

  constructor(limit: number, onLine: (text: string) => void) {
    this.#limit = limit;
    this.#kept = new HeadTail(limit);
    this.#onLine = onLine;
  }

  push(chunk: Buffer): void {
    this.#keep(chunk);
    const head = chunk.subarray(0, this.#limit - this.#headBytes);
    this.#headBytes += head.length;
    if (head.length > 0) this.#tell(this.#decoder.decode(head, { stream: true }));
    this.#newlines += countNewlines(chunk.subarray(head.length));
  }

  end(): OutputEnd {
    this.#flush();
    const captured = this.#kept.text();
    if (captured.dropped === 0) {
      const rest = this.#open + this.#decoder.decode() + captured.tail;
      return { captured, lines: linesOf(rest), droppedLines: 0 };
    }
    // The tail begins in the middle of a line, and the head ends in one.
    const lines = linesOf(captured.tail).slice(1);
    const droppedLines = Math.max(0, this.#newlines - lines.length);
    return { captured, lines: [...(this.#open === '' ? [] : [this.#open]), ...lines], droppedLines };
  }

  #tell(text: string): void {
    const lines = (this.#open + text).split('\n');
    this.#open = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }

  #keep(chunk: Buffer): void {
    if (chunk.length + this.#waitingBytes > CHUNK_BYTES) this.#flush();
    if (chunk.length > CHUNK_BYTES) {
      this.#kept.push(chunk);
      return;
    }
    chunk.copy(this.#waiting, this.#waitingBytes);
    this.#waitingBytes += chunk.length;
  }

  #flush(): void {
    if (this.#waitingBytes > 0) this.#kept.push(Uint8Array.from(this.#waiting.subarray(0, this.#waitingBytes)));
    this.#waitingBytes = 0;
  }
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
