import type { Child, ChildOptions } from './child-types.ts';
import { spawnChild } from './spawn-child.ts';

export interface PoolOptions<H> extends Omit<ChildOptions<H>, 'signal'> {
  /** Children that are kept ready. They are started at once. Default 1. */
  readonly size?: number;
  /** Children that are taken come back, and no more than `size` exist: whoever finds none waits. Default false. */
  readonly isReused?: boolean;
}

/** Children that are ready before they are needed. Idle ones do not keep the process alive, and none outlives it. */
export interface Pool<H> extends AsyncDisposable {
  /** A child that is ready and that nobody else has; `isAlive` is false when it could not be started. */
  take(): Promise<Child<H>>;
  /** Gives a child back to be used again. One that is gone, or that is too many, is killed. */
  giveBack(child: Child<H>): void;
  /** Kills a child that must not be used again. Resolves when it is gone. */
  discard(child: Child<H>): Promise<void>;
}

/** A start blocks the parent for some ms: it waits until whoever took a child is busy with it. */
const REFILL_AFTER_MS = 10;

export function createPool<H>(options: PoolOptions<H>): Pool<H> {
  return new ChildPool(options);
}

class ChildPool<H> implements Pool<H> {
  readonly #options: PoolOptions<H>;
  readonly #size: number;
  readonly #isReused: boolean;
  #idle: Child<H>[] = [];
  readonly #taken = new Set<Child<H>>();
  /** Who waits for a child to come back. */
  readonly #waiting: (() => void)[] = [];
  #refill: NodeJS.Timeout | undefined;
  #isDisposed = false;

  constructor(options: PoolOptions<H>) {
    this.#options = options;
    this.#size = options.size ?? 1;
    this.#isReused = options.isReused ?? false;
    this.#fill();
  }

  async take(): Promise<Child<H>> {
    while (!this.#isDisposed && this.#isReused && this.#idle.length === 0 && this.#taken.size >= this.#size) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.#isDisposed) throw new TypeError('The pool is disposed.');
    const child = this.#nextIdle() ?? spawnChild(this.#options);
    this.#taken.add(child);
    child.ref();
    this.#fillSoon();
    await child.ready;
    return child;
  }

  giveBack(child: Child<H>): void {
    this.#taken.delete(child);
    child.onMessage(undefined);
    child.deadline(undefined);
    if (!child.isAlive || this.#isDisposed || this.#idle.length >= this.#size) {
      void child.kill();
    } else {
      child.unref();
      this.#idle.push(child);
    }
    this.#waiting.shift()?.();
  }

  async discard(child: Child<H>): Promise<void> {
    await child.kill();
    this.#taken.delete(child);
    this.#waiting.shift()?.();
    this.#fillSoon();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true;
    clearTimeout(this.#refill);
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all([...this.#idle.splice(0), ...this.#taken].map((child) => child.kill()));
  }

  #nextIdle(): Child<H> | undefined {
    let child = this.#idle.shift();
    while (child && !child.isAlive) child = this.#idle.shift();
    return child;
  }

  #fillSoon(): void {
    this.#refill ??= setTimeout(() => {
      this.#refill = undefined;
      this.#fill();
    }, REFILL_AFTER_MS).unref();
  }

  #fill(): void {
    this.#idle = this.#idle.filter((child) => child.isAlive);
    const taken = this.#isReused ? [...this.#taken].filter((child) => child.isAlive).length : 0;
    while (!this.#isDisposed && this.#idle.length + taken < this.#size) {
      const child = spawnChild(this.#options);
      child.unref();
      this.#idle.push(child);
    }
  }
}
