import { type Answer, CapabilityError, createBridge, type Post } from './bridge.ts';
import { AbortController, AbortSignal } from './abort.ts';
import { Blob } from './blob.ts';
import { createCapabilities, createConsole, type WriteLog } from './capabilities.ts';
import { createClock } from './clock.ts';
import { textOfError } from './describe.ts';
import { harden } from './harden.ts';
import { createCrypto, xoshiro128 } from './random.ts';
import { structuredClone } from './structured-clone.ts';
import { atob, btoa, TextDecoder, TextEncoder } from './text.ts';
import { createTimers } from './timers.ts';
import { createUrl, type ParseUrl } from './url.ts';
import { URLSearchParams } from './url-search-params.ts';

/** Taken before guest code can change them. */
const { parse, stringify } = JSON;

/** The worker's functions. Each takes and gives texts, numbers and ArrayBuffers only, and never throws. */
interface Worker {
  readonly log: WriteLog;
  readonly startTimer: (id: number, ms: number) => void;
  readonly end: (json: string, result?: string) => void;
  readonly call: Post;
  readonly parseUrl: ParseUrl;
  /** The guest's code is there, and waits for `run`. Only of runs that are recorded. */
  readonly loaded: () => void;
}

/** What the worker may call. `at`: ms since the start; used only once the clock was stopped. */
interface Guest {
  /** Before the guest's code is there. `start`: the run is recorded, and its clock stops at this time. */
  prepare(args: string, seed: Words, isSeeded: boolean, grants: readonly string[], start: number | undefined): void;
  run(at: number): void;
  fail(thrown: unknown): void;
  settle(
    at: number,
    id: number,
    json: string | undefined,
    bytes: ArrayBuffer | undefined,
    code: string | undefined,
    message: string | undefined,
  ): void;
  fire(at: number, id: number): void;
  /** Does nothing: when it is done, so is all that was asked for before. */
  rest(): void;
}

type Words = readonly [number, number, number, number];

let onLoaded: (namespace: object) => void = () => undefined;

/** The worker's own module calls it once the guest's module has done all that it does at its top, waiting included. */
export function loaded(namespace: object): void {
  onLoaded(namespace);
}

/** Prepares the realm; called once, before guest code is there. */
export function boot(
  log: Worker['log'],
  startTimer: Worker['startTimer'],
  end: Worker['end'],
  call: Worker['call'],
  parseUrl: Worker['parseUrl'],
  tellLoaded: Worker['loaded'],
): Guest {
  harden();
  const bridge = createBridge(call);
  const timers = createTimers(startTimer);
  const clock = createClock();
  define({
    ...timers.globals,
    TextEncoder,
    TextDecoder,
    Blob,
    AbortController,
    AbortSignal,
    URL: createUrl(parseUrl),
    URLSearchParams,
    atob,
    btoa,
    structuredClone,
    console: createConsole(log),
    performance: Object.freeze({ now: () => clock.elapsed() }),
    queueMicrotask: (callback: () => unknown) => void Promise.resolve().then(callback),
  });
  const capabilities = createCapabilities(bridge, log);
  const setTimer = timers.globals.setTimeout;
  /** Calls that nobody awaited still count: their failures are told, as unhandled, before the end is. */
  const settleCalls = async (): Promise<void> => {
    if (await bridge.idle()) await new Promise<void>((resolve) => void setTimer(resolve));
  };
  let run: () => void = () => undefined;
  return {
    prepare(args, seed, isSeeded, grants, start) {
      const next = xoshiro128(seed);
      define({ crypto: createCrypto(next), preflag: capabilities });
      if (grants.includes('fetch')) define({ fetch: capabilities.fetch });
      if (isSeeded) Math.random = () => next() / 2 ** 32;
      if (start !== undefined) clock.stop(start);
      onLoaded = (namespace) => {
        run = () => void runGuest(namespace, args, capabilities, settleCalls, end);
        if (start === undefined) run();
        else tellLoaded();
      };
    },
    run(at) {
      clock.moveTo(at);
      run();
    },
    fail: (thrown) => end(failure(thrown)),
    settle(at, id, json, bytes, code, message) {
      clock.moveTo(at);
      bridge.settle(id, answerOf(json, bytes, code, message));
    },
    fire(at, id) {
      clock.moveTo(at);
      try {
        timers.fire(id);
      } catch (error) {
        end(failure(error));
      }
    },
    rest: () => undefined,
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
  args: string,
  capabilities: object,
  settleCalls: () => Promise<void>,
  end: Worker['end'],
): Promise<void> {
  try {
    const agent: unknown = Reflect.get(namespace, 'agent') ?? Reflect.get(namespace, 'default');
    if (Reflect.has(namespace, 'agent') && typeof agent !== 'function') {
      end(stringify({ ok: false, code: 'no-export', message: 'The module exports no function named agent, and no default function.' }));
      return;
    }
    const value: unknown =
      typeof agent === 'function' ? await Reflect.apply(agent, undefined, [...(parse(args) as unknown[]), capabilities]) : await agent;
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
