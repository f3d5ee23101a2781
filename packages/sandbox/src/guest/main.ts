import { type Answer, CapabilityError, createBridge, type Post } from './bridge.ts';
import { Blob } from './blob.ts';
import { createCapabilities, createConsole, type WriteLog } from './capabilities.ts';
import { textOfError } from './describe.ts';
import { harden } from './harden.ts';
import { createCrypto, xoshiro128 } from './random.ts';
import { structuredClone } from './structured-clone.ts';
import { atob, btoa, TextDecoder, TextEncoder } from './text.ts';
import { createTimers } from './timers.ts';

/** Taken before guest code can change them. */
const { parse, stringify } = JSON;

/** The worker's functions. Each takes and gives texts, numbers and ArrayBuffers only, and never throws. */
interface Worker {
  readonly log: WriteLog;
  readonly startTimer: (id: number, ms: number) => void;
  readonly end: (json: string, result?: string) => void;
  readonly call: Post;
}

/** What the worker may call. */
interface Guest {
  run(namespace: object, task: string, seed: readonly [number, number, number, number], isSeeded: boolean): void;
  fail(thrown: unknown): void;
  settle(id: number, json: string | undefined, bytes: ArrayBuffer | undefined, code: string | undefined, message: string | undefined): void;
  fire(id: number): void;
}

/** Prepares the realm; called once, before guest code is there. */
export function boot(log: Worker['log'], startTimer: Worker['startTimer'], end: Worker['end'], call: Worker['call']): Guest {
  harden();
  const bridge = createBridge(call);
  const timers = createTimers(startTimer);
  const began = Date.now();
  define({
    ...timers.globals,
    TextEncoder,
    TextDecoder,
    Blob,
    atob,
    btoa,
    structuredClone,
    console: createConsole(log),
    performance: Object.freeze({ now: () => Math.max(0, Date.now() - began) }),
    queueMicrotask: (callback: () => unknown) => void Promise.resolve().then(callback),
  });
  const capabilities = createCapabilities(bridge, log);
  const setTimer = timers.globals.setTimeout;
  /** Calls that nobody awaited still count: their failures are told, as unhandled, before the end is. */
  const settleCalls = async (): Promise<void> => {
    if (await bridge.idle()) await new Promise<void>((resolve) => void setTimer(resolve));
  };
  return {
    run(namespace, task, seed, isSeeded) {
      const next = xoshiro128(seed);
      define({ crypto: createCrypto(next) });
      if (isSeeded) Math.random = () => next() / 2 ** 32;
      void runGuest(namespace, task, capabilities, settleCalls, end);
    },
    fail: (thrown) => end(failure(thrown)),
    settle: (id, json, bytes, code, message) => bridge.settle(id, answerOf(json, bytes, code, message)),
    fire(id) {
      try {
        timers.fire(id);
      } catch (error) {
        end(failure(error));
      }
    },
  };
}

function define(globals: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
}

function answerOf(json?: string, bytes?: ArrayBuffer, code?: string, message?: string): Answer {
  if (code !== undefined) return { error: { code, message: message ?? '' } };
  if (bytes !== undefined) return { bytes };
  return json === undefined ? {} : { json };
}

/** Whatever the guest throws is caught and made a text in here, so that the worker never formats a hostile value. */
async function runGuest(
  namespace: object,
  task: string,
  capabilities: object,
  settleCalls: () => Promise<void>,
  end: Worker['end'],
): Promise<void> {
  try {
    const agent = Reflect.get(namespace, 'agent') ?? (Reflect.get(namespace, 'default') as unknown);
    if (typeof agent !== 'function') {
      end(stringify({ ok: false, code: 'no-export', message: 'The module exports no function named agent, and no default function.' }));
      return;
    }
    const value: unknown = await Reflect.apply(agent, undefined, [parse(task), capabilities]);
    await settleCalls();
    end('{"ok":true}', value === undefined ? undefined : stringify(value));
  } catch (error) {
    end(failure(error));
  }
}

function failure(thrown: unknown): string {
  let code = 'thrown';
  let message = 'Something was thrown that cannot be shown.';
  try {
    message = textOfError(thrown);
    if (thrown instanceof CapabilityError) code = thrown.code;
  } catch {
    // A hostile value: its getters threw in turn.
  }
  return stringify({ ok: false, code, message });
}
