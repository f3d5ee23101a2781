import { readFileSync } from 'node:fs';
import { resourceUsage } from 'node:process';
import { descendants } from '../packages/supervisor/src/process-tree.ts';

/** What one run in a child process prints. */
export interface Measurement {
  /** From the start of the measuring, with imports. */
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  /** Something that the run computed, to see that all of it was done. */
  readonly check: string;
}

/** Runs once, and prints what it took, this process and its workers together. */
export async function printMeasured(run: () => Promise<string>): Promise<void> {
  const start = performance.now();
  const tree = watchTree();
  const check = await run();
  const wallMs = performance.now() - start;
  const usage = resourceUsage();
  const measurement: Measurement = {
    wallMs,
    cpuMs: (usage.userCPUTime + usage.systemCPUTime) / 1000 + childrenCpuMs(),
    peakMb: Math.max(usage.maxRSS / 1024, tree.stop()),
    check,
  };
  console.log(JSON.stringify(measurement));
}

/** The median of each figure. */
export function medians(measurements: readonly Measurement[]): Omit<Measurement, 'check'> {
  const median = (of: (measurement: Measurement) => number): number =>
    measurements.map(of).toSorted((a, b) => a - b)[measurements.length >> 1] ?? Number.NaN;
  return { wallMs: median(({ wallMs }) => wallMs), cpuMs: median(({ cpuMs }) => cpuMs), peakMb: median(({ peakMb }) => peakMb) };
}

/** The most that this process and its workers held together, in MB, looked at every 20 ms. */
function watchTree(): { stop: () => number } {
  let peak = 0;
  const timer = setInterval(() => {
    const pids = descendants(process.pid);
    if (pids.length > 1) peak = Math.max(peak, heldMb(pids));
  }, 20);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

/** Pages of files, which are those of Node, are the same ones in all of them and count once. 0 where the kernel does not tell (Linux does). */
function heldMb(pids: readonly number[]): number {
  const held = pids.map((pid) => {
    const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(statusOf(pid))?.[1] ?? 0) / 1024;
    return { own: of('RssAnon') + of('RssShmem'), files: of('RssFile') };
  });
  return held.reduce((sum, { own }) => sum + own, 0) + Math.max(...held.map(({ files }) => files));
}

/** Empty for a process that is gone. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** CPU time of the workers that ended, by /proc (fields cutime and cstime of proc(5), in ticks of 10 ms); 0 elsewhere. */
export function childrenCpuMs(): number {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * 10;
}
