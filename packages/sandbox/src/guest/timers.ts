/** Timers that may wait at the same time. */
const MAX_TIMERS = 10_000;

interface Timer {
  readonly run: () => void;
  readonly repeat: number | undefined;
}

export interface Timers {
  /** What the guest gets as globals. */
  readonly globals: { readonly setTimeout: (callback: unknown, ms?: unknown, ...args: unknown[]) => number } & Readonly<
    Record<string, unknown>
  >;
  /** Called by the worker when the time of a timer has come. */
  readonly fire: (id: number) => void;
}

/** `setTimeout` and its kin on one function of the worker that calls `fire(id)` after so many ms. */
export function createTimers(start: (id: number, ms: number) => void): Timers {
  const timers = new Map<number, Timer>();
  let last = 0;
  const add = (callback: unknown, ms: unknown, isRepeated: boolean, args: readonly unknown[]): number => {
    if (typeof callback !== 'function') throw new TypeError('A timer needs a function.');
    if (timers.size >= MAX_TIMERS) throw new RangeError(`More than ${MAX_TIMERS} timers are waiting.`);
    const delay = Math.max(0, Math.min(Number(ms) || 0, 2 ** 31 - 1));
    last += 1;
    timers.set(last, { run: () => void Reflect.apply(callback, undefined, args), repeat: isRepeated ? delay : undefined });
    start(last, delay);
    return last;
  };
  const clear = (id: unknown): void => void timers.delete(Number(id));
  return {
    globals: {
      setTimeout: (callback: unknown, ms?: unknown, ...args: unknown[]) => add(callback, ms, false, args),
      setInterval: (callback: unknown, ms?: unknown, ...args: unknown[]) => add(callback, ms, true, args),
      setImmediate: (callback: unknown, ...args: unknown[]) => add(callback, 0, false, args),
      clearTimeout: clear,
      clearInterval: clear,
      clearImmediate: clear,
    },
    fire(id) {
      const timer = timers.get(id);
      if (!timer) return;
      if (timer.repeat === undefined) timers.delete(id);
      else start(id, timer.repeat);
      timer.run();
    },
  };
}
