export { agents, type AgentCapabilities, type ModuleAgent, type ModuleTask } from '@preflag/agents';
export {
  compare,
  defineChecker,
  defineFact,
  defineRule,
  PreflagError,
  type Agent,
  type AgentResult,
  type AgentTask,
  type Check,
  type Checker,
  type Comparison,
  type Fact,
  type Finding,
  type Gate,
  type Job,
  type Location,
  type Manifest,
  type Problem,
  type Report,
  type ReportFile,
  type Rule,
  type RuleContext,
  type Verdict,
} from '@preflag/core';
export { renderJson, renderPretty } from '@preflag/reporters';
export { toFeedback, type Attempt, type Feedback, type Run, type RunEvent, type Waiting } from '@preflag/runs';
export { createSandbox, type Sandbox, type SandboxRun } from '@preflag/sandbox';
export { assertPasses } from './assert-passes.ts';
export { check } from './check/check.ts';
export type { CheckOptions, Delivery } from './check/check-options.ts';
export { run, type RunOptions } from './run/run.ts';
export { VERSION } from './version.ts';
