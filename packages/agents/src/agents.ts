import { moduleAgent } from './module/module-agent.ts';

/** The ways to make an agent. */
export const agents: { readonly module: typeof moduleAgent } = { module: moduleAgent };
