import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** True where the kernel tells about processes in `/proc`. Elsewhere `ps` is asked, which is slower. */
export const HAS_PROC: boolean = process.platform === 'linux';

/**
 * A process and all its descendants, as /proc knows them now (Linux only; else the process alone).
 *
 * @param enough ends the search when more were found: a tree can grow faster than it is walked
 */
export function descendants(pid: number, enough: number = Infinity): number[] {
  const found = [pid];
  if (!HAS_PROC) return found;
  for (let index = 0; index < found.length && found.length <= enough; index += 1) found.push(...children(found[index] ?? pid));
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

/** Threads of processes together; each process has at least one. Processes that are gone count nothing. */
export function taskCount(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + threads(pid), 0);
}

function threads(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).length;
  } catch {
    return 0;
  }
}

/** CPU time in ms that processes have used together, with that of their children that are gone. The kernel counts in steps of 10 ms. */
export function cpuMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticks(pid), 0) * TICK_MS;
}

/** The kernel tells user space of 100 ticks a second, on whatever hardware. */
const TICK_MS = 10;

/** utime, stime, cutime and cstime of proc_pid_stat(5), fields 14 to 17; the second field is a name and may hold anything. */
function ticks(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return 0;
  }
}

/**
 * The moment that a process was started, as the kernel counts it (proc_pid_stat(5), field 22): with its number it names the
 * process for good. `undefined` when the process is gone, or dead and only waiting to be reaped.
 */
export function startOfLiving(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = 'X', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(state) ? undefined : fields[18];
  } catch {
    return undefined;
  }
}

/** Resident bytes and CPU time of a process and its descendants by `ps`, for systems without /proc. */
export async function usageByPs(pid: number): Promise<{ readonly bytes: number; readonly cpuMs: number }> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=,time=']);
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [child, parent, kilobytes, time = ''] = line.trim().split(/\s+/);
      return { child: Number(child), parent: Number(parent), bytes: Number(kilobytes) * 1024, cpuMs: durationOf(time) };
    });
  const tree = new Set([pid]);
  let size = 0;
  while (size < tree.size) {
    size = tree.size;
    for (const { child, parent } of rows) if (tree.has(parent)) tree.add(child);
  }
  const found = rows.filter(({ child }) => tree.has(child));
  return { bytes: sum(found.map((row) => row.bytes)), cpuMs: sum(found.map((row) => row.cpuMs)) };
}

/** `[[days-]hours:]minutes:seconds[.hundredths]` */
function durationOf(text: string): number {
  const [time = '', days = '0'] = text.split('-').toReversed();
  const seconds = time.split(':').reduce((total, part) => total * 60 + Number(part), 0);
  return (Number(days) * 86_400 + seconds) * 1000;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
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
