export type { Capabilities, WorkspaceFiles } from './capabilities.ts';
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
