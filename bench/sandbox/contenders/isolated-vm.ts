import type { Json } from '@preflag/core';
import { holdIsolates, inIsolatedVm } from '../../../packages/sandbox/tests/in-isolated-vm.ts';
import { type Contender, disposing } from './contender.ts';

export const ISOLATED_VM = 'isolated-vm, in this process';

/** A new isolate and context per run, as its README does it. */
export function isolatedVm(): Contender {
  return {
    name: ISOLATED_VM,
    wall: 'an isolate in this process',
    run: async (expression, argument) =>
      (await inIsolatedVm(`export default ({ text }) => (${expression})(JSON.parse(text));`, { text: JSON.stringify(argument) })) as Json,
    hold: async (units) => disposing(await holdIsolates(units)),
    ...disposing(() => undefined),
  };
}
