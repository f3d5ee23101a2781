import { cpuMs, descendants, HAS_PROC, residentBytes, taskCount, usageByPs } from './process-tree.ts';

const POLL_MS = 10;
/** New descendants are looked for only at every so many polls, since that reads a directory per process. CPU time is read then, too. */
const SCAN_EVERY = 5;
const PS_POLL_MS = 250;

export interface TreeLimits {
  /** Resident bytes of all processes together. */
  readonly bytes: number;
  /** CPU time of all processes together, from the start of the watch. */
  readonly cpuMs: number;
  /** Processes and threads that are alive at once, looked at where there is /proc. Default: any number. */
  readonly tasks?: number;
}

export interface TreeUsage {
  readonly bytes: number;
  readonly cpuMs: number;
}

type OnBreach = (limit: keyof TreeLimits, found: number) => void;

/**
 * Calls `onBreach` once when a process and its descendants hold more resident memory than they may, or have used more CPU
 * time, or are too many. Looks in /proc, at memory every 10 ms and at the rest every 50 ms; without /proc every 250 ms by
 * `ps`; on Windows not at all.
 *
 * @param onUsage is told what was seen each time that CPU time is looked at
 * @returns stops the watch
 */
export function watchTree(
  pid: number,
  limits: TreeLimits,
  onBreach: OnBreach,
  onUsage: (usage: TreeUsage) => void = () => undefined,
): () => void {
  if (process.platform === 'win32') return () => undefined;
  return HAS_PROC ? watchProc(pid, limits, onBreach, onUsage) : watchPs(pid, limits, onBreach, onUsage);
}

function watchProc(pid: number, limits: TreeLimits, onBreach: OnBreach, onUsage: (usage: TreeUsage) => void): () => void {
  let tree = [pid];
  let polls = 0;
  /** Read at the first poll: to read it now would hold up the run for longer than what is missed. */
  let before: number | undefined;
  const timer = setInterval(() => {
    const isScan = polls % SCAN_EVERY === 0;
    if (isScan) tree = descendants(pid, limits.tasks);
    polls += 1;
    const bytes = residentBytes(tree);
    const total = isScan ? cpuMs(tree) : 0;
    before ??= total;
    const used = isScan ? total - before : 0;
    if (isScan) onUsage({ bytes, cpuMs: used });
    const tasks = isScan && limits.tasks !== undefined ? taskCount(tree) : 0;
    const isTooMany = tasks > (limits.tasks ?? Infinity);
    if (bytes <= limits.bytes && used <= limits.cpuMs && !isTooMany) return;
    clearInterval(timer);
    if (isTooMany) onBreach('tasks', tasks);
    else if (bytes > limits.bytes) onBreach('bytes', bytes);
    else onBreach('cpuMs', used);
  }, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function watchPs(pid: number, limits: TreeLimits, onBreach: OnBreach, onUsage: (usage: TreeUsage) => void): () => void {
  let state: 'waiting' | 'asking' | 'stopped' = 'waiting';
  let before: number | undefined;
  const stop = (): void => {
    state = 'stopped';
    clearInterval(timer);
  };
  const look = async (): Promise<void> => {
    state = 'asking';
    const usage = await usageByPs(pid).catch(() => undefined);
    if (state !== 'asking') return;
    state = 'waiting';
    if (!usage) return;
    before ??= usage.cpuMs;
    const used = usage.cpuMs - before;
    onUsage({ bytes: usage.bytes, cpuMs: used });
    if (usage.bytes <= limits.bytes && used <= limits.cpuMs) return;
    stop();
    if (usage.bytes > limits.bytes) onBreach('bytes', usage.bytes);
    else onBreach('cpuMs', used);
  };
  const timer = setInterval(() => {
    if (state === 'waiting') void look();
  }, PS_POLL_MS);
  timer.unref();
  return stop;
}
