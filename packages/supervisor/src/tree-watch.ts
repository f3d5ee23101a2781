import { descendants, HAS_PROC, residentBytes, residentBytesByPs } from './process-tree.ts';

const POLL_MS = 20;
/** New descendants are looked for only at every so many polls, since that reads a directory per process. */
const SCAN_EVERY = 5;
const PS_POLL_MS = 250;

/**
 * Calls `onBreach` once when a process and its descendants hold more than `limit` resident bytes. Looks every 20 ms in
 * /proc; without /proc every 250 ms by `ps`; on Windows not at all.
 *
 * @returns stops the watch
 */
export function watchMemory(pid: number, limit: number, onBreach: (bytes: number) => void): () => void {
  if (process.platform === 'win32') return () => undefined;
  return HAS_PROC ? watchProc(pid, limit, onBreach) : watchPs(pid, limit, onBreach);
}

function watchProc(pid: number, limit: number, onBreach: (bytes: number) => void): () => void {
  let tree = [pid];
  let polls = 0;
  const timer = setInterval(() => {
    if (polls % SCAN_EVERY === 0) tree = descendants(pid);
    polls += 1;
    const bytes = residentBytes(tree);
    if (bytes <= limit) return;
    clearInterval(timer);
    onBreach(bytes);
  }, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function watchPs(pid: number, limit: number, onBreach: (bytes: number) => void): () => void {
  let state: 'waiting' | 'asking' | 'stopped' = 'waiting';
  const stop = (): void => {
    state = 'stopped';
    clearInterval(timer);
  };
  const look = async (): Promise<void> => {
    state = 'asking';
    const bytes = await residentBytesByPs(pid).catch(() => 0);
    if (state !== 'asking') return;
    state = 'waiting';
    if (bytes <= limit) return;
    stop();
    onBreach(bytes);
  };
  const timer = setInterval(() => {
    if (state === 'waiting') void look();
  }, PS_POLL_MS);
  timer.unref();
  return stop;
}
