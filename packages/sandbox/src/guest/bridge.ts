/** What the host says to a call: JSON text or bytes, or a code and a message. */
export interface Answer {
  readonly json?: string;
  readonly bytes?: ArrayBuffer;
  readonly error?: { readonly code: string; readonly message: string };
}

/** Sends a call to the worker; nothing but texts and an ArrayBuffer crosses. */
export type Post = (id: number, name: string, argsJson: string, body: string | ArrayBuffer | undefined) => void;

/** An error that the host answered with; `code` is one of the gateway's `CALL_CODES`. */
export class CapabilityError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CapabilityError';
    this.code = code;
  }
}

export interface Bridge {
  call(name: string, args: unknown, body?: string | ArrayBuffer): Promise<unknown>;
  /** A call of a grant: its arguments are one JSON text, and only what JSON can say. */
  ask(name: string, args: readonly unknown[]): Promise<unknown>;
  /** Resolves when every call has its answer; at once, with `false`, when none was waiting. */
  idle(): Promise<boolean>;
  /** Called by the worker with the answer to a call. */
  settle(id: number, answer: Answer): void;
}

export function createBridge(post: Post): Bridge {
  const { parse, stringify } = JSON;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  let onIdle: (() => void) | undefined;
  const call: Bridge['call'] = (name, args, body) =>
    new Promise((resolve, reject) => {
      const json = stringify(args);
      last += 1;
      waiting.set(last, { resolve, reject });
      post(last, name, json, body);
    });
  return {
    call,
    ask(name, args) {
      let json: string;
      try {
        json = stringify(args);
      } catch {
        throw new CapabilityError('invalid', `The arguments of ${name} cannot be made JSON.`);
      }
      return call(name, [], json);
    },
    idle: () => (waiting.size === 0 ? Promise.resolve(false) : new Promise((resolve) => (onIdle = () => resolve(true)))),
    settle(id, { json, bytes, error }) {
      const call = waiting.get(id);
      waiting.delete(id);
      if (error) call?.reject(new CapabilityError(error.code, error.message));
      else call?.resolve(bytes ?? (json === undefined ? undefined : parse(json)));
      if (waiting.size === 0) onIdle?.();
    },
  };
}
