export { agents } from './agents.ts';
export { type CommandAgentOptions, type CommandBudget, commandAgent } from './command/command-agent.ts';
export { type LoopAgentOptions, type LoopBudget, loopAgent } from './loop/loop-agent.ts';
export { chatModel, type ChatModelOptions } from './model/chat-model.ts';
export { modelFromEnv } from './model/model-from-env.ts';
export { type ModuleAgentOptions, moduleAgent } from './module/module-agent.ts';
export type { AgentCapabilities, ModuleAgent, ModuleTask } from './module/types.ts';
