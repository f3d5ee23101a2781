import { Blob } from './blob.ts';
import { type Bridge, CapabilityError } from './bridge.ts';
import { describe } from './describe.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';
export type WriteLog = (level: Level, text: string) => void;

const LEVELS: readonly Level[] = ['debug', 'info', 'warn', 'error'];

/** The frozen object that guest code is given. Its types for authors are in `capabilities.ts` of the package. */
export function createCapabilities(bridge: Bridge, log: WriteLog): object {
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
  return Object.freeze({
    files: Object.freeze(asyncAll(files)),
    deliver: asyncAll({ deliver }).deliver,
    log: Object.freeze(createLog(log)),
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
