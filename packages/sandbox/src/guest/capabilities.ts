import { Blob } from './blob.ts';
import { type Bridge, CapabilityError } from './bridge.ts';
import { describe } from './describe.ts';
import { createFetch } from './fetch.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';
export type WriteLog = (level: Level, text: string) => void;

const LEVELS: readonly Level[] = ['debug', 'info', 'warn', 'error'];

export interface GuestCapabilities {
  readonly fetch: unknown;
}

/** The frozen object that guest code is given. Its types for authors are in `capabilities.ts` of the package. */
export function createCapabilities(bridge: Bridge, log: WriteLog): GuestCapabilities {
  const files = {
    read: async (path: unknown) => new Uint8Array((await bridge.call('files.read', [text(path)])) as ArrayBuffer),
    readText: (path: unknown) => bridge.call('files.readText', [text(path)]),
    write: async (path: unknown, content: unknown) =>
      bridge.call('files.write', [text(path)], contentOf(content instanceof Blob ? await content.arrayBuffer() : content)),
    list: (folder: unknown = '') => bridge.call('files.list', [text(folder)]),
    stat: (path: unknown) => bridge.call('files.stat', [text(path)]),
    remove: (path: unknown) => bridge.call('files.remove', [text(path)]),
  };
  const deliver = (path: unknown, as: unknown = path): Promise<unknown> => bridge.call('deliver', [text(path), text(as)]);
  const model = { chat: (request: unknown) => bridge.ask('model.chat', [request]) };
  const tools = {
    call: (name: unknown, args: unknown = {}) => bridge.ask('tools.call', [name, args]),
    search: (query: unknown = '') => bridge.ask('tools.search', [query]),
    describe: (name: unknown) => bridge.ask('tools.describe', [name]),
  };
  const human = {
    ask: (question: unknown, details?: unknown) => bridge.ask('human.ask', details === undefined ? [question] : [question, details]),
    approve: (question: unknown, details?: unknown) =>
      bridge.ask('human.approve', details === undefined ? [question] : [question, details]),
  };
  const env = { get: (name: unknown) => bridge.ask('env.get', [name]) };
  const fetch = createFetch((request) => bridge.ask('fetch', [request]));
  return Object.freeze({
    files: Object.freeze(asyncAll(files)),
    deliver: asyncAll({ deliver }).deliver,
    log: Object.freeze(createLog(log)),
    model: Object.freeze(asyncAll(model)),
    tools: Object.freeze(asyncAll(tools)),
    human: Object.freeze(asyncAll(human)),
    env: Object.freeze(asyncAll(env)),
    fetch,
  });
}

/** A wrong argument rejects, like every other failure of a call: it never throws. */
function asyncAll<T extends Record<string, (...args: never[]) => unknown>>(functions: T): T {
  const wrapped = Object.entries(functions).map(([name, call]) => [name, async (...args: never[]) => call(...args)]);
  return Object.fromEntries(wrapped) as T;
}

/** `console` writes to the same log. */
export function createConsole(log: WriteLog): object {
  const by = createLog(log);
  const quiet = (): void => undefined;
  return {
    ...by,
    log: by['info'],
    trace: by['debug'],
    group: by['info'],
    groupEnd: quiet,
    time: quiet,
    timeEnd: quiet,
    table: by['info'],
    dir: by['info'],
  };
}

function createLog(log: WriteLog): Record<string, (...values: unknown[]) => void> {
  return Object.fromEntries(LEVELS.map((level) => [level, (...values: unknown[]) => log(level, values.map(describe).join(' '))]));
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new CapabilityError('invalid', 'A path must be a text.');
  return value;
}

function contentOf(value: unknown): string | ArrayBuffer {
  if (typeof value === 'string') return value;
  if (value instanceof ArrayBuffer) return value;
  if (!ArrayBuffer.isView(value))
    throw new CapabilityError('invalid', 'The content of a file must be a text, a Uint8Array, an ArrayBuffer or a Blob.');
  const { buffer, byteOffset, byteLength } = value;
  const isWhole = byteOffset === 0 && byteLength === buffer.byteLength;
  return (isWhole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
}
