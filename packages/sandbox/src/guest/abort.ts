type Listener = ((event: { readonly type: 'abort' }) => unknown) | { handleEvent(event: { readonly type: 'abort' }): unknown };

/** Only the sandbox's own code may make signals: as in browsers, `new AbortSignal()` throws. */
const MAKE = Symbol('make');

/** The error of something that was aborted; its name tells why, as that of a DOMException does. */
class AbortError extends Error {
  constructor(message: string, name: 'AbortError' | 'TimeoutError') {
    super(message);
    this.name = name;
  }
}

export class AbortSignal {
  onabort: ((event: { readonly type: 'abort' }) => unknown) | null = null;
  #aborted = false;
  #reason: unknown = undefined;
  readonly #listeners = new Map<Listener, boolean>();

  constructor(key?: symbol) {
    if (key !== MAKE) throw new TypeError('Illegal constructor');
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  get reason(): unknown {
    return this.#reason;
  }

  throwIfAborted(): void {
    if (this.#aborted) throw this.#reason;
  }

  addEventListener(type: unknown, listener: Listener, options?: { readonly once?: boolean } | boolean): void {
    if (type === 'abort' && !this.#listeners.has(listener))
      this.#listeners.set(listener, typeof options === 'object' && options.once === true);
  }

  removeEventListener(type: unknown, listener: Listener): void {
    if (type === 'abort') this.#listeners.delete(listener);
  }

  static abort(reason?: unknown): AbortSignal {
    const signal = new AbortSignal(MAKE);
    AbortSignal.trigger(signal, reason);
    return signal;
  }

  static timeout(ms: number): AbortSignal {
    const signal = new AbortSignal(MAKE);
    setTimeout(() => AbortSignal.trigger(signal, new AbortError('The time is over.', 'TimeoutError')), ms);
    return signal;
  }

  static any(signals: Iterable<AbortSignal>): AbortSignal {
    const joined = new AbortSignal(MAKE);
    for (const signal of signals) {
      if (signal.aborted) {
        AbortSignal.trigger(joined, signal.reason);
        break;
      }
      signal.addEventListener('abort', () => AbortSignal.trigger(joined, signal.reason), { once: true });
    }
    return joined;
  }

  /** Aborts a signal, once. */
  static trigger(signal: AbortSignal, reason: unknown = new AbortError('This was aborted.', 'AbortError')): void {
    if (signal.#aborted) return;
    signal.#aborted = true;
    signal.#reason = reason;
    const event = { type: 'abort' } as const;
    signal.onabort?.(event);
    for (const [listener, isOnce] of signal.#listeners) {
      if (isOnce) signal.#listeners.delete(listener);
      if (typeof listener === 'function') listener(event);
      else listener.handleEvent(event);
    }
  }
}

export class AbortController {
  readonly signal: AbortSignal = new AbortSignal(MAKE);

  abort(reason?: unknown): void {
    AbortSignal.trigger(this.signal, reason);
  }
}
