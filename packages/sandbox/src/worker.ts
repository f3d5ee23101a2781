import ivm from 'isolated-vm';
import { type Reply, serve } from '@preflag/supervisor/child';
import { type CallAnswer, type CallName, type FromWorker, type LogLevel, type RunRequest, type ToWorker, tooManyCalls } from './frames.ts';
import { loadGuest } from './guest-modules.ts';
import { LogRelay } from './log-relay.ts';

/**
 * The child process of one run: an isolate that is ready before the run comes, used once. It holds nothing worth taking:
 * files and limits are the parent's. Its checks here are the first and polite stage, the parent's are the ones that count.
 */
const isolate = new ivm.Isolate({ memoryLimit: Number(process.argv[3]), onCatastrophicError: () => outOfMemory() });
const context = await isolate.createContext();
const guestModule = await loadGuest(isolate, context);
const CALLS_BACK = { ignored: true } as const;
const guest = await context.evalClosure<{ result: { reference: true } }>(
  'return $0.boot($1, $2, $3, $4);',
  [
    guestModule.namespace.derefInto(),
    new ivm.Callback(guarded((level: LogLevel, text: string) => log?.add([level, text]))),
    new ivm.Callback(
      guarded((id: number, ms: number) => void setTimeout(() => enter('fire', [id]), ms)),
      CALLS_BACK,
    ),
    new ivm.Callback(
      guarded((json: string, result?: string) => end(JSON.parse(json) as GuestEnd, result)),
      CALLS_BACK,
    ),
    new ivm.Callback(guarded(call)),
  ],
  { result: { reference: true } },
);
const AGENT_FILE = 'agent.js';

type GuestEnd = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

let limits: RunRequest | undefined;
let log: LogRelay | undefined;
let hasEnded = false;
let calls = 0;
const reply: Reply = serve<ToWorker>(async (message, body) => {
  if (message.type === 'run') await run(message, body);
  else settle(message, body);
});

async function run(request: RunRequest, body: Uint8Array): Promise<void> {
  limits = request;
  log = new LogRelay(request.logBytes, send);
  const code = Buffer.from(body.buffer, body.byteOffset, request.codeBytes).toString();
  const task = Buffer.from(body.buffer, body.byteOffset + request.codeBytes, body.length - request.codeBytes).toString();
  try {
    const agent = await load(code);
    const seed = new ivm.ExternalCopy([...request.seed]).copyInto({ release: true });
    await guest.getSync('run', { reference: true }).apply(undefined, [agent.namespace.derefInto(), task, seed, request.isSeeded]);
  } catch (error) {
    fail(error);
  }
}

/** What a callback throws would show the guest paths of this machine. A guest that has changed its own realm can make one throw. */
function guarded<A extends unknown[]>(callback: (...args: A) => void): (...args: A) => void {
  return (...args) => {
    try {
      callback(...args);
    } catch {
      end({ ok: false, code: 'thrown', message: 'The agent changed what the sandbox relies on in its realm.' });
    }
  };
}

async function load(code: string): Promise<ivm.Module> {
  const loaded = await isolate.compileModule(code, { filename: AGENT_FILE });
  await loaded.instantiate(context, (specifier) => {
    throw new TypeError(`'${specifier}' cannot be imported: the code must contain everything that it uses.`);
  });
  await loaded.evaluate({ promise: true });
  return loaded;
}

/** What went wrong in the guest and nobody caught. Frames of this process are not shown. */
function fail(error: unknown): void {
  if (isolate.isDisposed) return outOfMemory();
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && line.includes(AGENT_FILE));
  end({ ok: false, code: 'thrown', message: [`${name}: ${message.slice(0, 1000)}`, ...frames.slice(0, 8)].join('\n') });
}

/** Calls a function of the guest's realm. It fails with what the guest left unhandled, or when the isolate died of it. */
function enter(name: 'settle' | 'fire', args: unknown[]): void {
  if (isolate.isDisposed) return outOfMemory();
  guest.getSync(name, { reference: true }).apply(undefined, args).catch(fail);
}

/** The guest waits for it, so that a flood of calls is as slow as they are counted. */
function call(id: number, name: CallName, argsJson: string, body: string | ArrayBuffer | undefined): void {
  calls += 1;
  const bytes = typeof body === 'string' ? Buffer.from(body) : new Uint8Array(body ?? new ArrayBuffer(0));
  if (bytes.length > (limits?.workspaceBytes ?? 0)) {
    end({ ok: false, code: 'quota', message: 'A file is larger than the whole workspace may be.' });
  } else if (calls > (limits?.hostCalls ?? 0)) {
    end({ ok: false, code: 'quota', message: tooManyCalls(limits?.hostCalls ?? 0) });
  } else {
    try {
      send({ type: 'call', id, name, args: JSON.parse(argsJson) as string[], hasBody: body !== undefined }, bytes);
    } catch {
      enter('settle', [id, undefined, undefined, 'invalid', `The arguments of ${name} are too long.`]);
    }
  }
}

function settle({ id, result }: CallAnswer, body: Uint8Array): void {
  if (!result.ok) enter('settle', [id, undefined, undefined, result.code, result.message]);
  else if (result.body === 'text') enter('settle', [id, JSON.stringify(new TextDecoder().decode(body))]);
  else if (result.body === 'bytes') enter('settle', [id, undefined, moved(body)]);
  else enter('settle', [id, result.json]);
}

function moved(body: Uint8Array): ivm.Copy<ArrayBuffer> {
  const buffer = new Uint8Array(body).buffer;
  return new ivm.ExternalCopy(buffer, { transferOut: true }).copyInto({ transferIn: true, release: true });
}

function end(ended: GuestEnd, result?: string): void {
  if (hasEnded) return;
  hasEnded = true;
  log?.flush();
  const bytes = Buffer.from(result ?? '');
  if (bytes.length > (limits?.resultBytes ?? 0)) {
    send({ type: 'end', ok: false, code: 'output', message: 'The value that the agent returned is too long.' });
  } else if (ended.ok) {
    send({ type: 'end', ok: true, hasResult: result !== undefined }, bytes);
  } else {
    send({ type: 'end', ok: false, code: ended.code, message: ended.message });
  }
}

function outOfMemory(): void {
  end({ ok: false, code: 'memory_limit', message: 'The isolate ran out of memory.' });
}

function send(message: FromWorker, body?: Uint8Array): void {
  reply(message, body);
}
