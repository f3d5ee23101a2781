import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { DEFAULT_LIMITS, formatLimit, messageOf } from '@preflag/core';
import { CHANNEL_FD, SEEN_HEADER } from './child.ts';
import { type ChildEnd, type EndReason, nameEnd } from './child-end.ts';
import type { Child, ChildLimits, ChildOptions } from './child-types.ts';
import { EMPTY_BODY, encodeMessage, FrameDecoder, type HeaderCheck, type Message } from './frames.ts';
import { HeadTail } from './head-tail.ts';
import { killGroup, killTree } from './process-tree.ts';
import { startProcess } from './start-process.ts';
import { watchTree } from './tree-watch.ts';

const TAIL_CHARACTERS = 4096;
/** How long a stream may stay open after the process is gone, when a descendant that could not be found still holds it. */
const DRAIN_MS = 200;

/**
 * @throws {TypeError} when `entry` is no file URL or absolute path
 * @throws {PreflagError} `sandbox` when a jail is wanted where there is no bubblewrap
 */
export function spawnChild<H>(options: ChildOptions<H>): Child<H> {
  return new SpawnedChild(options);
}

class SpawnedChild<H> implements Child<H> {
  readonly pid: number;
  readonly ready: Promise<void>;
  readonly end: Promise<ChildEnd>;
  isAlive = true;
  readonly #limits: ChildLimits;
  readonly #process: ChildProcess;
  readonly #channel: Socket;
  readonly #stdout: HeadTail;
  readonly #stderr: HeadTail;
  #listener: ((message: Message<H>) => void) | undefined;
  #waiting: Message<H>[] = [];
  #reason: { readonly reason: EndReason; readonly text: string } | undefined;
  /** True while the deadline is the one for the start: being ready lifts that one only. */
  #isBooting = false;
  #timer: NodeJS.Timeout | undefined;
  #stopWatch: (() => void) | undefined;
  /** What the watch that is running was told. */
  #cpuMs = Infinity;

  constructor(options: ChildOptions<H>) {
    const { frameBytes, workerBytes, fileBytes } = DEFAULT_LIMITS;
    this.#limits = { bytes: workerBytes, frameBytes, messageBytes: fileBytes, outputBytes: 16 * 1024, bootMs: 20_000, ...options.limits };
    this.#process = startProcess({
      entry: options.entry,
      execArgv: options.execArgv ?? [],
      args: [String(this.#limits.frameBytes), ...(options.args ?? [])],
      resources: options.resources ?? {},
      jail: options.jail,
    });
    this.pid = this.#process.pid ?? 0;
    this.#stdout = capture(this.#process.stdout, this.#limits.outputBytes);
    this.#stderr = capture(this.#process.stderr, this.#limits.outputBytes);
    const channel = this.#process.stdio[CHANNEL_FD];
    if (!(channel instanceof Socket)) throw new TypeError('The channel of a child is no socket.');
    this.#channel = channel;
    const isReady = Promise.withResolvers<void>();
    this.ready = isReady.promise;
    this.#read(options.check, () => {
      if (this.#isBooting) this.deadline(undefined);
      this.send(SEEN_HEADER);
      isReady.resolve();
    });
    const abort = (): void => void this.kill('cancelled', 'The caller cancelled it.');
    this.end = this.#watchEnd().finally(() => {
      options.signal?.removeEventListener('abort', abort);
      isReady.resolve();
    });
    this.deadline(this.#limits.bootMs);
    this.#isBooting = true;
    options.signal?.addEventListener('abort', abort, { once: true });
    if (options.signal?.aborted) abort();
  }

  send(header: unknown, body: Uint8Array = EMPTY_BODY): void {
    const chunks = encodeMessage(header, body, this.#limits.frameBytes);
    if (!this.#channel.writable) return;
    this.#channel.cork();
    for (const chunk of chunks) this.#channel.write(chunk);
    this.#channel.uncork();
  }

  onMessage(listener: ((message: Message<H>) => void) | undefined): void {
    this.#listener = listener;
    while (this.#listener && this.#waiting.length > 0) {
      const message = this.#waiting.shift();
      if (message) this.#listener(message);
    }
  }

  deadline(ms: number | undefined, cpuMs: number = Infinity): void {
    this.#isBooting = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#cpuMs !== cpuMs || ms === undefined || !this.isAlive) {
      this.#stopWatch?.();
      this.#stopWatch = undefined;
    }
    if (ms === undefined || !this.isAlive) return;
    this.#timer = setTimeout(() => void this.kill('timeout', `It took longer than ${formatLimit('runMs', ms)}.`), ms);
    this.#timer.unref();
    const { bytes } = this.#limits;
    this.#cpuMs = cpuMs;
    this.#stopWatch ??= watchTree(this.pid, { bytes, cpuMs }, (limit, found) => {
      if (limit === 'cpuMs') {
        void this.kill('cpu_limit', `It used more than ${formatLimit('runMs', cpuMs)} of CPU time.`);
        return;
      }
      const text = `It held ${formatLimit('runBytes', found)} of memory, more than the limit of ${formatLimit('runBytes', bytes)}.`;
      void this.kill('memory_limit', text);
    });
  }

  kill(reason: EndReason = 'killed', text = 'It was needed no more.'): Promise<ChildEnd> {
    this.#reason ??= { reason, text };
    if (this.isAlive && this.pid > 0) {
      // An idle child does not hold the event loop, but whoever waits for its end must get there.
      this.ref();
      killTree(this.pid);
    }
    return this.end;
  }

  ref(): void {
    this.#process.ref();
    for (const stream of this.#streams()) stream.ref();
  }

  unref(): void {
    this.#process.unref();
    for (const stream of this.#streams()) stream.unref();
  }

  #streams(): Socket[] {
    return [this.#process.stdout, this.#process.stderr, this.#channel].filter((stream) => stream instanceof Socket);
  }

  #read(check: HeaderCheck<H>, onReady: () => void): void {
    const decoder = new FrameDecoder<unknown>(this.#limits, (header): header is unknown => isReadyHeader(header) || check(header));
    this.#channel.on('data', (chunk: Buffer) => {
      if (this.#reason) return;
      // What a listener throws is the caller's matter, not the child's.
      for (const { header, body } of this.#decode(decoder, chunk)) {
        if (isReadyHeader(header)) onReady();
        else if (check(header)) this.#receive({ header, body });
      }
    });
    // A broken pipe says only that the child is gone, which its end says better.
    this.#channel.on('error', () => undefined);
  }

  #decode(decoder: FrameDecoder<unknown>, chunk: Uint8Array): Message[] {
    try {
      return decoder.push(chunk);
    } catch (error) {
      void this.kill('protocol', messageOf(error));
      return [];
    }
  }

  #receive(message: Message<H>): void {
    if (this.#listener) this.#listener(message);
    else this.#waiting.push(message);
  }

  async #watchEnd(): Promise<ChildEnd> {
    const [exitCode, signal, failure] = await new Promise<[number | null, NodeJS.Signals | null, string]>((resolve) => {
      this.#process.once('exit', (code, signal) => resolve([code, signal, '']));
      this.#process.once('error', (error) => resolve([null, null, error.message]));
    });
    this.isAlive = false;
    this.deadline(undefined);
    if (this.pid > 0) killGroup(this.pid);
    await this.#drain();
    const stderr = this.#stderr.text();
    const stderrTail = (stderr.head + stderr.tail).slice(-TAIL_CHARACTERS);
    const named = this.#reason ?? nameEnd(exitCode, signal, stderrTail, failure);
    return { ...named, exitCode, signal, stderrTail, stdout: this.#stdout.text(), stderr };
  }

  async #drain(): Promise<void> {
    const closed = this.#streams().map((stream) =>
      stream.closed ? Promise.resolve() : new Promise((resolve) => stream.once('close', resolve)),
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, DRAIN_MS)));
    this.#channel.end();
    await Promise.race([Promise.all(closed), late]);
    clearTimeout(timer);
    for (const stream of this.#streams()) stream.destroy();
  }
}

function capture(stream: NodeJS.ReadableStream | null, limit: number): HeadTail {
  const kept = new HeadTail(limit);
  stream?.on('data', (chunk: Buffer) => kept.push(chunk));
  return kept;
}

function isReadyHeader(header: unknown): boolean {
  return typeof header === 'object' && header !== null && '$' in header && header.$ === 'ready';
}
