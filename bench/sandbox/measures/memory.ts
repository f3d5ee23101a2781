import { readdirSync, readFileSync } from 'node:fs';
import type { Contender } from '../contenders/contender.ts';

const UNITS = 5;
const SETTLE_MS = 300;

/**
 * MB of private memory (dirty pages of this process and all below it, proc_pid_smaps(5)) of one unit that is ready. Linux;
 * elsewhere, and for contenders that hold none, no figure.
 */
export async function measureMemory(contenders: readonly Contender[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  if (process.platform !== 'linux') return found;
  for (const contender of contenders) {
    if (!contender.hold) continue;
    // What is loaded with the first unit is not of each.
    await (await contender.hold(1))[Symbol.asyncDispose]();
    await settle();
    const before = privateBytes();
    const held = await contender.hold(UNITS);
    await settle();
    found.set(contender.name, (privateBytes() - before) / UNITS / 1024 / 1024);
    await held[Symbol.asyncDispose]();
  }
  return found;
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}

function privateBytes(): number {
  return tree(process.pid)
    .map((pid) => Number(/^Private_Dirty:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024)
    .reduce((sum, bytes) => sum + bytes, 0);
}

function tree(pid: number): readonly number[] {
  const children = threads(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number));
  return [pid, ...children.flatMap(tree)];
}

function threads(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
