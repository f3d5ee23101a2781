import { commandAgent } from './command/command-agent.ts';
import { loopAgent } from './loop/loop-agent.ts';
import { moduleAgent } from './module/module-agent.ts';

/** The ways to make an agent. */
export const agents: { readonly module: typeof moduleAgent; readonly loop: typeof loopAgent; readonly command: typeof commandAgent } = {
  module: moduleAgent,
  loop: loopAgent,
  command: commandAgent,
};
