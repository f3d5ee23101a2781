export { agents } from './agents.ts';
export { type ModuleAgentOptions, moduleAgent } from './module/module-agent.ts';
export type { AgentCapabilities, ModuleAgent, ModuleTask } from './module/types.ts';
