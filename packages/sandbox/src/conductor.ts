import type { Step } from './frames.ts';

interface Waiting {
  readonly enter: (at: number) => void;
  /** Of a timer: when it is due, in ms from the start. */
  readonly due?: number;
}

/**
 * Decides when something from outside enters the guest. Of a run that is not recorded: at once. Else every entry is told, and
 * as long as there is a script, entries wait until it is their turn in it; timers then do not wait for their time.
 */
export class Conductor {
  readonly #isRecorded: boolean;
  readonly #script: readonly Step[];
  readonly #tell: (step: Step) => void;
  readonly #waiting = new Map<string, Waiting>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #whenLive: (() => void)[] = [];
  #next = 0;
  #at: number;
  #began = performance.now();

  constructor(script: readonly Step[] | undefined, tell: (step: Step) => void) {
    this.#isRecorded = script !== undefined;
    this.#script = script ?? [];
    this.#tell = tell;
    this.#at = 0;
  }

  /** The run's time begins here, so that loading does not count. */
  start(enter: (at: number) => void): void {
    if (!this.#isReplaying) this.#began = performance.now() - this.#at;
    this.#offer('start', 0, { enter });
  }

  answer(id: number, enter: (at: number) => void): void {
    this.#offer('answer', id, { enter });
  }

  timer(id: number, ms: number, enter: (at: number) => void): void {
    const due = this.#at + ms;
    if (this.#isReplaying) this.#offer('timer', id, { enter, due });
    else this.#startTimer(id, ms, enter);
  }

  /** Calls back when there is no more script; at once when there is none. */
  whenLive(callback: () => void): void {
    if (this.#isReplaying) this.#whenLive.push(callback);
    else callback();
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  get #isReplaying(): boolean {
    return this.#next < this.#script.length;
  }

  #offer(kind: Step[0], id: number, waiting: Waiting): void {
    if (!this.#isReplaying) {
      this.#enter(kind, id, this.#now(), waiting);
      return;
    }
    this.#waiting.set(`${kind} ${id}`, waiting);
    this.#follow();
  }

  #follow(): void {
    while (this.#isReplaying) {
      const [kind, id, at] = this.#script[this.#next] ?? [];
      const waiting = this.#waiting.get(`${kind} ${id}`);
      if (!waiting || kind === undefined || id === undefined || at === undefined) return;
      this.#waiting.delete(`${kind} ${id}`);
      this.#next += 1;
      this.#enter(kind, id, at, waiting);
    }
    this.#goLive();
  }

  /** What waits was not in the script: it came, or was due, after the journal ended. */
  #goLive(): void {
    this.#began = performance.now() - this.#at;
    const left = [...this.#waiting];
    this.#waiting.clear();
    for (const [key, waiting] of left) {
      const [kind, id] = key.split(' ');
      if (kind === 'timer') this.#startTimer(Number(id), Math.max(0, (waiting.due ?? 0) - this.#at), waiting.enter);
      else this.#enter('answer', Number(id), this.#now(), waiting);
    }
    for (const callback of this.#whenLive.splice(0)) callback();
  }

  #startTimer(id: number, ms: number, enter: (at: number) => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#enter('timer', id, this.#now(), { enter });
    }, ms);
    this.#timers.add(timer);
  }

  #now(): number {
    return this.#isRecorded ? Math.max(this.#at, Math.round(performance.now() - this.#began)) : 0;
  }

  #enter(kind: Step[0], id: number, at: number, { enter }: Waiting): void {
    this.#at = at;
    if (this.#isRecorded) this.#tell([kind, id, at]);
    enter(at);
  }
}
