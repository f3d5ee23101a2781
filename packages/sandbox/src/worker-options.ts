import { type ChildOptions, packageRoots, readPermission, sourceCondition } from '@preflag/supervisor';
import { jailOfWorker, type SandboxLevel, WORKER } from './level.ts';
import type { SandboxLimits } from './sandbox.ts';

/** Read by the loader of isolated-vm to tell musl from glibc; it may be absent, but not forbidden. */
const ALPINE_RELEASE = '/etc/alpine-release';

/** An isolate of isolated-vm maps 512 MB for its code; stacks of threads and reserves of the heap count before they are touched, too. */
const RESERVED_BYTES = 768 * 1024 * 1024;

/** How workers of a level are started, and what the kernel and the parent limit. */
export function workerOptions(level: SandboxLevel, limits: SandboxLimits, isReused: boolean): Omit<ChildOptions<never>, 'check'> {
  const { folders, links } = packageRoots(WORKER);
  const { frameBytes, runBytes, workspaceBytes, isolateMb } = limits;
  return {
    entry: WORKER,
    execArgv: [
      '--no-node-snapshot',
      '--allow-addons',
      ...readPermission([...folders, ...links.keys(), ALPINE_RELEASE]),
      ...sourceCondition(),
    ],
    args: [String(isolateMb), isReused ? 'again' : 'once'],
    limits: { bytes: runBytes, frameBytes, messageBytes: workspaceBytes + frameBytes },
    resources: { ...(!isReused && { dataBytes: runBytes + RESERVED_BYTES }), openFiles: 64, fileBytes: 0 },
    ...(level === 'strict' && { jail: jailOfWorker() }),
  };
}
