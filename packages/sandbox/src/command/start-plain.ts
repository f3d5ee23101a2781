import { spawn } from 'node:child_process';
import {
  type CommandProcess,
  type JailedOptions,
  killAtExit,
  killGroup,
  killTree,
  resourceCommand,
  type ResourceLimits,
} from '@preflag/supervisor';

export interface PlainOptions {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly resources: ResourceLimits;
  readonly hasInput: boolean;
  readonly output?: JailedOptions['output'];
}

/** Starts a program without any wall around it. A process that it started, and that left its group, may outlive it. */
export function startPlain({ argv, env, cwd, resources, hasInput, output }: PlainOptions): CommandProcess {
  const [program = '', ...words] = [...resourceCommand(resources), ...argv];
  const child = spawn(program, words, {
    stdio: [hasInput ? 'pipe' : 'ignore', output?.stdout ?? 'pipe', output?.stderr ?? 'pipe'],
    env,
    cwd,
    detached: true,
    windowsHide: true,
  });
  const { pid } = child;
  killAtExit(child);
  const end = new Promise<Awaited<CommandProcess['end']>>((resolve) => {
    child.once('error', ({ message }) => resolve({ isStarted: false, exitCode: null, failure: message }));
    child.once('exit', (exitCode) => {
      if (pid !== undefined) killGroup(pid);
      resolve({ isStarted: true, exitCode });
    });
  });
  return {
    pid: pid ?? 0,
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    end,
    initPid: () => undefined,
    kill: () => {
      if (pid !== undefined && child.exitCode === null && child.signalCode === null) killTree(pid);
    },
  };
}
