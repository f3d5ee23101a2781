export type { Capabilities, WorkspaceFiles } from './capabilities.ts';
export { requireCommandJail } from './command/require-command-jail.ts';
export { runCommand } from './command/run-command.ts';
export type { CollectedFile, CommandLimits, CommandOptions, CommandRun, OutputLine, ReadAt, SkippedFile } from './command/types.ts';
export { createGateway, type GatewayLimits, type GatewayOptions } from './gateway/create-gateway.ts';
export { CALL_CODES, type CallCode, type CallOutcome, type Gateway, type GatewayUsage, type Spent } from './gateway/gateway.ts';
export {
  type Approval,
  type FetchGrant,
  type FetchRule,
  type Grants,
  type HumanGrant,
  type HumanQuestion,
  type ModelGrant,
  type Tool,
  ToolError,
} from './gateway/grants.ts';
export { requireTools } from './gateway/require-grants.ts';
export { problemsOf } from './gateway/validate.ts';
export { answerQuestion, type Journal, type JournalCall, type JournalResult, type Question, questionsOf } from './journal/journal.ts';
export type { Layer } from './layers.ts';
export { jailOfWorker, type SandboxLevel } from './level.ts';
export type { LoadModule, MappedCode, ModuleFile, Program } from './program.ts';
export type { RunLimits, SandboxEvent, SandboxRun, SandboxRunHandle, SandboxRunOptions } from './run-types.ts';
export { createSandbox, type Sandbox, type SandboxLimits, type SandboxOptions } from './sandbox.ts';
export { type PathResult, workspacePath } from './workspace-path.ts';
