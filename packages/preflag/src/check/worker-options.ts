import { type Limits, PreflagError } from '@preflag/core';
import type { SandboxLevel } from '@preflag/sandbox';
import { type ChildOptions, type Jail, permissionFlags, readRoots, sourceCondition, tryJail } from '@preflag/supervisor';
import { isResponse, type Response } from './messages.ts';
import { WORKER_V8_FLAGS } from './worker-v8.ts';

const WORKER = import.meta.resolve('preflag/worker');

/**
 * How check workers of a level are started. At both they may read their own code, that of all packages around it, and
 * `readable`; in `strict` nothing else is there, and nothing outside can be reached (bubblewrap, seccomp).
 *
 * @param readable files and folders, real paths
 */
export function workerOptions(level: SandboxLevel, readable: readonly string[], limits: Limits): ChildOptions<Response> {
  return {
    entry: WORKER,
    execArgv: [...WORKER_V8_FLAGS, ...sourceCondition(), ...permissionFlags(WORKER, readable)],
    check: isResponse,
    limits: { bytes: limits.workerBytes, frameBytes: limits.frameBytes },
    ...(level === 'strict' && { jail: { read: outermost([...readRoots(WORKER), ...readable]), links: new Map() } }),
  };
}

/** A place inside of another one is there with it. */
function outermost(paths: readonly string[]): readonly string[] {
  const all = [...new Set(paths)];
  return all.filter((path) => !all.some((other) => other !== path && path.startsWith(other.endsWith('/') ? other : `${other}/`)));
}

/** Why a jail cannot be had; looked for only when a worker did not start in it, since a try takes as long as a start. */
export function jailRefusal(jail: Jail): PreflagError | undefined {
  const obstacle = tryJail(jail);
  return obstacle && new PreflagError('sandbox', `Check workers cannot be had at the level 'strict': ${obstacle.cause}. ${obstacle.fix}`);
}
