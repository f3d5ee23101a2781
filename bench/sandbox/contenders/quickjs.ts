import type { Json } from '@preflag/core';
import { getQuickJS } from 'quickjs-emscripten';
import { type Contender, disposing } from './contender.ts';

/** A new runtime and context per run in the one WebAssembly module of this process. */
export async function quickjs(): Promise<Contender> {
  const module = await getQuickJS();
  return {
    name: 'quickjs-emscripten',
    wall: 'an interpreter in WebAssembly in this process',
    run: async (expression, argument) => {
      const runtime = module.newRuntime();
      const context = runtime.newContext();
      try {
        const text = context.newString(JSON.stringify(argument));
        context.setProp(context.global, 'text', text);
        text.dispose();
        const result = context.unwrapResult(context.evalCode(`JSON.stringify((${expression})(JSON.parse(text)))`));
        const json = context.getString(result);
        result.dispose();
        return JSON.parse(json) as Json;
      } finally {
        context.dispose();
        runtime.dispose();
      }
    },
    hold: async (units) => {
      const runtimes = Array.from({ length: units }, () => module.newRuntime());
      const contexts = runtimes.map((runtime) => runtime.newContext());
      return disposing(() => {
        for (const one of [...contexts, ...runtimes]) one.dispose();
      });
    },
    ...disposing(() => undefined),
  };
}
