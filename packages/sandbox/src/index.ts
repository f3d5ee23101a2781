export type { Capabilities, WorkspaceFiles } from './capabilities.ts';
export type { Layer } from './layers.ts';
export { jailOfWorker, type SandboxLevel } from './level.ts';
export {
  createSandbox,
  type RunLimits,
  type Sandbox,
  type SandboxLimits,
  type SandboxOptions,
  type SandboxRun,
  type SandboxRunOptions,
} from './sandbox.ts';
export { type PathResult, workspacePath } from './workspace-path.ts';
