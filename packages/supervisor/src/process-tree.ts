import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** True where the kernel tells about processes in `/proc`. Elsewhere `ps` is asked, which is slower. */
export const HAS_PROC: boolean = process.platform === 'linux';

/** A process and all its descendants, as /proc knows them now (Linux only; else the process alone). */
export function descendants(pid: number): number[] {
  const found = [pid];
  if (!HAS_PROC) return found;
  for (let index = 0; index < found.length; index += 1) found.push(...children(found[index] ?? pid));
  return found;
}

/** Any thread can fork, and /proc lists the children of each thread apart. */
function children(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** Resident bytes (`VmRSS`) of processes together; pages that they share count for each. Processes that are gone count nothing. */
export function residentBytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + residentKilobytes(pid), 0) * 1024;
}

function residentKilobytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Resident bytes of a process and its descendants by `ps`, for systems without /proc. */
export async function residentBytesByPs(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const tree = new Set([pid]);
  let size = 0;
  while (size < tree.size) {
    size = tree.size;
    for (const [child, parent] of rows) if (child !== undefined && parent !== undefined && tree.has(parent)) tree.add(child);
  }
  return rows.reduce((sum, [child, , kilobytes]) => sum + (child !== undefined && tree.has(child) ? (kilobytes ?? 0) * 1024 : 0), 0);
}

/**
 * Sends SIGKILL to the process group that `pid` leads and to all its descendants, also those that left the group.
 * A descendant that was orphaned before, and left the group, is not found.
 */
export function killTree(pid: number): void {
  const tree = descendants(pid);
  kill(-pid);
  for (const member of tree) kill(member);
}

/** Sends SIGKILL to what is left of the group of a leader that is gone. */
export function killGroup(pid: number): void {
  kill(-pid);
}

function kill(target: number): void {
  try {
    process.kill(target, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
