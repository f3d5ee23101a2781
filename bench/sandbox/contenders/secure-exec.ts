import type { Json } from '@preflag/core';
import { disposing, type Made } from './contender.ts';
import type { Peers } from './peers.ts';

/** The part of secure-exec 0.2.1 that is used. */
interface SecureExec {
  readonly createNodeDriver: (options: object) => object;
  readonly createNodeRuntimeDriverFactory: () => object;
  readonly NodeRuntime: new (options: { readonly systemDriver: object; readonly runtimeDriverFactory: object }) => Runtime;
}

interface Runtime {
  run(code: string, file: string): Promise<{ readonly code: number; readonly exports?: Json; readonly errorMessage?: string }>;
  terminate(): Promise<void>;
}

/** One runtime that is used again, as its documentation does it: a new V8 session per run in its shared process. */
export async function secureExec(peers: Peers): Promise<Made> {
  const name = 'secure-exec 0.2.1';
  const loaded = await peers.load('secure-exec');
  if ('obstacle' in loaded) return { name, ...loaded };
  const { NodeRuntime, createNodeDriver, createNodeRuntimeDriverFactory } = loaded.exports as SecureExec;
  const open = (): Runtime =>
    new NodeRuntime({ systemDriver: createNodeDriver({}), runtimeDriverFactory: createNodeRuntimeDriverFactory() });
  const runtime = open();
  return {
    name,
    wall: 'an isolate in a process that all runs share',
    async run(expression, argument) {
      const code = `module.exports = (${expression})(JSON.parse(${JSON.stringify(JSON.stringify(argument))}));`;
      const result = await runtime.run(code, '/entry.js');
      if (result.code !== 0) throw new Error(result.errorMessage);
      return result.exports ?? null;
    },
    ...disposing(() => runtime.terminate()),
  };
}
