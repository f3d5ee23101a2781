/** The time of the run. It moves with the machine's, or, once `stop` was called, only by `moveTo`. */
export interface Clock {
  /** Ms since the start of the run. */
  elapsed(): number;
  /** From now on `Date` begins at `start` and stands still until it is moved. */
  stop(start: number): void;
  moveTo(ms: number): void;
}

export function createClock(): Clock {
  const Native = Date;
  const began = Native.now();
  let start: number | undefined;
  let at = 0;
  return {
    elapsed: () => (start === undefined ? Math.max(0, Native.now() - began) : at),
    stop(ms) {
      start = ms;
      replaceDate(Native, () => ms + at);
    },
    moveTo(ms) {
      at = Math.max(at, ms);
    },
  };
}

function replaceDate(Native: DateConstructor, now: () => number): void {
  const Stopped = new Proxy(Native, {
    construct: (_target, args: unknown[], newTarget: NewableFunction) =>
      Reflect.construct(Native, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new Native(now()).toString(),
    get: (target, key, receiver: unknown) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
  Native.prototype.constructor = Stopped;
  Object.defineProperty(globalThis, 'Date', { value: Stopped, writable: true, configurable: true });
  const { format } = Object.getOwnPropertyDescriptors(Intl.DateTimeFormat.prototype);
  const formatOf = format.get;
  if (!formatOf) return;
  Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const native: Intl.DateTimeFormat['format'] = Reflect.apply(formatOf, this, []);
      return (date?: number | Date) => native(date ?? now());
    },
  });
  const toParts = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'formatToParts')?.value as (
    date: number | Date,
  ) => unknown;
  Object.defineProperty(Intl.DateTimeFormat.prototype, 'formatToParts', {
    configurable: true,
    writable: true,
    value(this: Intl.DateTimeFormat, date?: number | Date) {
      return Reflect.apply(toParts, this, [date ?? now()]);
    },
  });
}
