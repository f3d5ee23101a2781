import { readdirSync, readFileSync } from 'node:fs';

/** Processes below this one that run a sandbox worker (Linux; elsewhere none are found). */
export function workerProcesses(): readonly number[] {
  if (process.platform !== 'linux') return [];
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(all.map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && parent > 1 && (parent === process.pid || isBelow(parent));
  };
  return all.filter((pid) => isBelow(pid) && /sandbox\/(?:src|dist)\/worker/.test(read(`/proc/${pid}/cmdline`)));
}

/** Names in the environment of a process. */
export function environmentOf(pid: number): readonly string[] {
  return read(`/proc/${pid}/environ`)
    .split('\0')
    .filter(Boolean)
    .map((line) => line.split('=')[0] ?? '');
}

function parentOf(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat === '' ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
