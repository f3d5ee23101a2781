import type { Readable } from 'node:stream';
import type { LogLine } from '@preflag/core';
import { OutputStream } from './output-stream.ts';
import { plainLine } from './plain-line.ts';
import type { CommandRun, OutputLine } from './types.ts';

/** stdout and stderr have a head and a tail each. */
const PARTS = 4;
/** How long a stream may stay open after all is dead: one that escaped, where there is no jail, may hold it. */
const DRAIN_MS = 200;
const STREAMS = ['stdout', 'stderr'] as const;

/** What a command prints, kept within `logBytes`. */
export class Output {
  readonly #streams: Readonly<Record<OutputLine['stream'], OutputStream>>;
  readonly #closed: Promise<unknown>;
  readonly #sources: readonly (Readable | null)[];
  readonly #log: LogLine[] = [];
  readonly #onOutput: ((line: OutputLine) => void) | undefined;
  #bytes = 0;

  /** @param onFlood is called once when more than `maxBytes` have come */
  constructor(
    sources: Readonly<Record<OutputLine['stream'], Readable | null>>,
    limits: { readonly logBytes: number; readonly maxBytes: number },
    onFlood: () => void,
    onOutput?: (line: OutputLine) => void,
  ) {
    this.#onOutput = onOutput;
    this.#sources = [sources.stdout, sources.stderr];
    const limit = Math.floor(limits.logBytes / PARTS);
    const open = (stream: OutputLine['stream']): OutputStream => {
      const kept = new OutputStream(limit, (text) => this.#add(stream, text));
      sources[stream]?.on('data', (chunk: Buffer) => {
        const isFirst = this.#bytes <= limits.maxBytes;
        this.#bytes += chunk.length;
        kept.push(chunk);
        if (isFirst && this.#bytes > limits.maxBytes) onFlood();
      });
      return kept;
    };
    this.#streams = { stdout: open('stdout'), stderr: open('stderr') };
    this.#closed = Promise.all(
      this.#sources.map((source) =>
        source && !source.closed ? new Promise((resolve) => source.once('close', resolve)) : Promise.resolve(),
      ),
    );
  }

  /** When everything that printed is dead. */
  async end(): Promise<Pick<CommandRun, 'stdout' | 'stderr' | 'log' | 'truncated'>> {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.#closed, new Promise((resolve) => (timer = setTimeout(resolve, DRAIN_MS)))]);
    clearTimeout(timer);
    for (const source of this.#sources) source?.destroy();
    const [stdout, stderr] = [this.#streams.stdout.end(), this.#streams.stderr.end()];
    const ends = { stdout, stderr };
    for (const stream of STREAMS) for (const text of ends[stream].lines) this.#add(stream, text);
    const dropped = stdout.droppedLines + stderr.droppedLines;
    const isCut = stdout.captured.dropped + stderr.captured.dropped > 0;
    return {
      stdout: stdout.captured,
      stderr: stderr.captured,
      log: this.#log,
      ...(isCut && { truncated: { kept: this.#log.length, dropped } }),
    };
  }

  #add(stream: OutputLine['stream'], line: string): void {
    const text = plainLine(line);
    this.#log.push({ level: stream === 'stdout' ? 'info' : 'warn', text });
    this.#onOutput?.({ stream, text });
  }
}
