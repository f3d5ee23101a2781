import { HAS_PRLIMIT } from '@preflag/supervisor';
import type { SandboxLevel } from './level.ts';

/** One of the walls between the code that runs and the machine. */
export interface Layer {
  readonly name: string;
  readonly isInForce: boolean;
  /** What it keeps from happening; one sentence. */
  readonly text: string;
}

/** The layers of a level on this system, from the inside out. Those of `strict` were tried when the sandbox was made. */
export function layersOf(level: SandboxLevel): readonly Layer[] {
  const isStrict = level === 'strict';
  return [
    { name: 'isolate', isInForce: true, text: 'The code has an own realm of JavaScript without Node, and only the capabilities.' },
    { name: 'process', isInForce: true, text: 'The isolate is in a process without environment, which is killed after the run.' },
    { name: 'permission', isInForce: true, text: "Node's permission model refuses other files, child processes and threads." },
    {
      name: 'watch',
      isInForce: process.platform !== 'win32',
      text: 'The parent ends it for wall time, CPU time and memory of the whole tree; on Windows for wall time only.',
    },
    { name: 'resource-limits', isInForce: HAS_PRLIMIT, text: 'The kernel limits memory, open files and written bytes (prlimit).' },
    {
      name: 'namespaces',
      isInForce: isStrict,
      text: 'It sees no file but its own code, no process but its own, and no network (bubblewrap).',
    },
    { name: 'seccomp', isInForce: isStrict, text: 'The kernel refuses sockets, new processes, ptrace, mounts, bpf, io_uring and others.' },
  ];
}
