import type { Json } from '@preflag/core';
import vm from 'node:vm';
import { type Contender, disposing } from './contender.ts';

/** A new context per run. Node says of it that it is no security mechanism. */
export function nodeVm(): Contender {
  return {
    name: 'node:vm, in this process',
    wall: 'none',
    run: async (expression, argument) => {
      const result: unknown = vm.runInNewContext(`JSON.stringify((${expression})(JSON.parse(text)))`, { text: JSON.stringify(argument) });
      return JSON.parse(String(result)) as Json;
    },
    hold: async (units) => {
      const contexts = Array.from({ length: units }, () => vm.createContext({}));
      return disposing(() => contexts.splice(0));
    },
    ...disposing(() => undefined),
  };
}
