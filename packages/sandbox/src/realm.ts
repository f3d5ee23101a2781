import ivm from 'isolated-vm';
import { Conductor } from './conductor.ts';
import { type CallAnswer, type CallName, isFileCall, isTexts, type LogLevel, type RunRequest, type Said, tooManyCalls } from './frames.ts';
import { loadGuest } from './guest-modules.ts';
import { LogRelay } from './log-relay.ts';
import { parseUrl } from './parse-url.ts';

/** Sends a message of the run to the parent. */
type Send = (message: Said, body?: Uint8Array) => void;

type GuestEnd = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

const AGENT_FILE = 'agent.js';
const ENTRY = "import * as agent from 'agent'; import { loaded } from 'main'; loaded(agent);";
const CALLS_BACK = { ignored: true } as const;
const SEED = [1, 2, 3, 4] as const;

/** An isolate with the sandbox's own code in it, ready for one run. */
export interface Realm {
  /** Resolves when the end was sent. Never rejects. */
  run(request: RunRequest, code: string, args: string, send: Send): Promise<void>;
  /** Calls back when all that came in before has had its effect. */
  rest(callback: () => void): void;
  settle(answer: CallAnswer, body: Uint8Array): void;
  /** Frees the memory; whatever the guest still does is cut off. */
  dispose(): void;
}

/**
 * Its checks are the first and polite stage, the parent's are the ones that count.
 *
 * @param onLost called when the isolate died in a way that holds a thread for ever
 */
export async function openRealm(memoryMb: number, onLost: () => void): Promise<Realm> {
  const realm = new IsolateRealm(memoryMb, onLost);
  await realm.warm();
  return realm;
}

class IsolateRealm implements Realm {
  readonly #isolate: ivm.Isolate;
  readonly #context: ivm.Context;
  readonly #guest: ivm.Reference;
  readonly #main: ivm.Module;
  #request: RunRequest | undefined;
  #send: Send = () => undefined;
  #log: LogRelay | undefined;
  #calls = 0;
  #conductor = new Conductor(undefined, () => undefined);
  #ended = Promise.withResolvers<void>();
  #hasEnded = false;

  constructor(memoryLimit: number, onLost: () => void) {
    const onCatastrophicError = (): void => {
      this.#outOfMemory();
      onLost();
    };
    this.#isolate = new ivm.Isolate({ memoryLimit, onCatastrophicError });
    this.#context = this.#isolate.createContextSync();
    const main = loadGuest(this.#isolate, this.#context);
    const { log, timer, end, call, loaded } = this.#callbacks();
    const words = [main.namespace.derefInto(), log, timer, end, call, new ivm.Callback(parseUrl), loaded];
    this.#guest = this.#context.evalClosureSync('return $0.boot($1, $2, $3, $4, $5, $6);', words, { result: { reference: true } });
    this.#main = main;
  }

  #callbacks(): Record<'log' | 'timer' | 'end' | 'call' | 'loaded', ivm.Callback> {
    return {
      log: new ivm.Callback(this.#guarded((level: LogLevel, text: string) => this.#hasEnded || this.#log?.add([level, text]))),
      timer: new ivm.Callback(
        this.#guarded((id: number, ms: number) => this.#conductor.timer(id, ms, (at) => this.#enter('fire', [at, id]))),
        CALLS_BACK,
      ),
      loaded: new ivm.Callback(
        this.#guarded(() => this.#conductor.start((at) => this.#enter('run', [at]))),
        CALLS_BACK,
      ),
      end: new ivm.Callback(
        this.#guarded((json: string, result?: string) => this.#end(JSON.parse(json) as GuestEnd, result)),
        CALLS_BACK,
      ),
      call: new ivm.Callback(
        this.#guarded((id: number, name: CallName, argsJson: string, body: string | ArrayBuffer | undefined) =>
          this.#call(id, name, argsJson, body),
        ),
      ),
    };
  }

  /** What a callback throws would show the guest paths of this machine. A guest that has changed its own realm can make one throw. */
  #guarded<A extends unknown[]>(callback: (...args: A) => unknown): (...args: A) => void {
    return (...args) => {
      try {
        callback(...args);
      } catch {
        this.#end({ ok: false, code: 'thrown', message: 'The agent changed what the sandbox relies on in its realm.' });
      }
    };
  }

  /**
   * Runs a function that does nothing as if it came from the parent. What runs for the first time is slow, and this way it is
   * not the run that waits for it.
   */
  async warm(): Promise<void> {
    const request = {
      type: 'run',
      run: 0,
      codeBytes: 0,
      logBytes: 0,
      workspaceBytes: 0,
      hostCalls: 0,
      resultBytes: 9,
      seed: SEED,
      grants: [],
    } as const;
    await this.run({ ...request, isSeeded: false }, 'export default () => 1', '[]', () => undefined);
    this.#ended = Promise.withResolvers<void>();
    this.#hasEnded = false;
  }

  async run(request: RunRequest, code: string, args: string, send: Send): Promise<void> {
    this.#request = request;
    this.#send = send;
    this.#log = new LogRelay(request.logBytes, send);
    this.#conductor = new Conductor(request.recorded?.script, (step) => send({ type: 'step', step }));
    // The guest may never come back from it, and yet have ended.
    this.#start(request, code, args).catch((error: unknown) => this.#fail(error));
    await this.#ended.promise;
  }

  async #start({ seed, isSeeded, grants, recorded }: RunRequest, code: string, args: string): Promise<void> {
    const [words, names] = [seed, grants].map((list) => new ivm.ExternalCopy([...list]).copyInto({ release: true }));
    this.#member('prepare').applySync(undefined, [args, words, isSeeded, names, recorded?.start]);
    await this.#load(code);
  }

  settle({ id, result }: CallAnswer, body: Uint8Array): void {
    if (!this.#hasEnded) this.#conductor.answer(id, (at) => this.#enter('settle', [at, id, ...answerOf(result, body)]));
  }

  rest(callback: () => void): void {
    this.#conductor.whenLive(() => {
      if (!this.#hasEnded)
        this.#member('rest')
          .apply(undefined, [])
          .then(callback, () => undefined);
    });
  }

  dispose(): void {
    this.#conductor.stop();
    if (!this.#isolate.isDisposed) this.#isolate.dispose();
  }

  #member(name: 'prepare' | 'run' | 'settle' | 'fire' | 'rest'): ivm.Reference {
    return this.#guest.getSync(name, { reference: true });
  }

  /** A module of ours waits for the guest's, which may wait for something at its top, and tells when it is there. */
  async #load(code: string): Promise<void> {
    const agent = this.#isolate.compileModuleSync(code, { filename: AGENT_FILE });
    agent.instantiateSync(this.#context, (specifier) => {
      throw new TypeError(`'${specifier}' cannot be imported: the code must contain everything that it uses.`);
    });
    const entry = this.#isolate.compileModuleSync(ENTRY, { filename: 'preflag:entry' });
    entry.instantiateSync(this.#context, (specifier) => (specifier === 'agent' ? agent : this.#main));
    await entry.evaluate();
  }

  /** What went wrong in the guest and nobody caught. Frames of this process are not shown. */
  #fail(error: unknown): void {
    if (this.#hasEnded) return;
    if (this.#isolate.isDisposed) {
      this.#outOfMemory();
      return;
    }
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && line.includes(AGENT_FILE));
    this.#end({ ok: false, code: 'thrown', message: [`${name}: ${message.slice(0, 1000)}`, ...frames.slice(0, 8)].join('\n') });
  }

  /** Calls a function of the guest's realm. It fails with what the guest left unhandled, or when the isolate died of it. */
  #enter(name: 'run' | 'settle' | 'fire', args: unknown[]): void {
    if (this.#hasEnded) return;
    if (this.#isolate.isDisposed) this.#outOfMemory();
    else
      this.#member(name)
        ?.apply(undefined, args)
        .catch((error: unknown) => this.#fail(error));
  }

  /** The guest waits for it, so that a flood of calls is as slow as they are counted. */
  #call(id: number, name: CallName, argsJson: string, body: string | ArrayBuffer | undefined): void {
    if (this.#hasEnded || !this.#request) return;
    this.#calls += 1;
    // Before it is copied once more: a guest can make long texts for nothing.
    const { workspaceBytes, hostCalls } = this.#request;
    if (argsJson.length > LONGEST_ARGUMENTS && this.#calls <= hostCalls) {
      this.#refuseLong(id, name);
      return;
    }
    const args: unknown = JSON.parse(argsJson);
    // A guest that gave lists a `toJSON` makes anything of them.
    if (!isTexts(args)) throw new TypeError('Arguments are texts.');
    const bytes = typeof body === 'string' ? Buffer.from(body) : new Uint8Array(body ?? new ArrayBuffer(0));
    if (bytes.length > workspaceBytes) {
      if (isFileCall(name)) this.#end({ ok: false, code: 'quota', message: 'A file is larger than the whole workspace may be.' });
      else this.#refuseLong(id, name);
    } else if (this.#calls > hostCalls) {
      this.#end({ ok: false, code: 'quota', message: tooManyCalls(hostCalls) });
    } else {
      try {
        this.#send({ type: 'call', id, name, args, hasBody: body !== undefined }, bytes);
      } catch {
        this.#refuseLong(id, name);
      }
    }
  }

  #refuseLong(id: number, name: CallName): void {
    const message = `The arguments of ${name} are too long.`;
    this.settle({ type: 'answer', id, result: { ok: false, code: 'too-large', message } }, NO_BYTES);
  }

  #end(ended: GuestEnd, result?: string): void {
    if (this.#hasEnded || !this.#request) return;
    this.#log?.flush();
    this.#hasEnded = true;
    const { resultBytes } = this.#request;
    const bytes = Buffer.from(result ?? '');
    if (bytes.length > resultBytes) {
      this.#send({ type: 'end', ok: false, code: 'output', message: 'The value that the agent returned is too long.' });
    } else if (ended.ok) {
      this.#send({ type: 'end', ok: true, hasResult: result !== undefined }, bytes);
    } else {
      this.#send({ type: 'end', ok: false, code: ended.code, message: ended.message });
    }
    this.#ended.resolve();
  }

  #outOfMemory(): void {
    this.#end({ ok: false, code: 'memory_limit', message: 'The isolate ran out of memory.' });
  }
}

/** In UTF-16 units: paths, names and questions. What is read and written, and the arguments of tools, travel as bodies. */
const LONGEST_ARGUMENTS = 1 << 20;

/** What `settle` of the guest takes after the number of the call. */
function answerOf(result: CallAnswer['result'], body: Uint8Array): unknown[] {
  if (!result.ok) return [undefined, undefined, result.code, result.message];
  if (result.body === 'bytes') return [undefined, moved(body)];
  if (result.body === 'text') return [JSON.stringify(new TextDecoder().decode(body))];
  return [result.body === 'json' ? new TextDecoder().decode(body) : result.json];
}

const NO_BYTES = new Uint8Array(0);

function moved(body: Uint8Array): ivm.Copy<ArrayBuffer> {
  const buffer = new Uint8Array(body).buffer;
  return new ivm.ExternalCopy(buffer, { transferOut: true }).copyInto({ transferIn: true, release: true });
}
