import { readdirSync, readFileSync } from 'node:fs';
import { createSandbox, type SandboxLevel } from '@preflag/sandbox';

const MB = 1024 * 1024;
const CAP = 256 * MB;

const PROGRAMS: Readonly<Record<string, string>> = {
  'array growth': 'const a = []; for (;;) a.push(a.length, {});',
  'Array(1e9).fill': 'Array(1e9).fill(0);',
  'Map growth': 'const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });',
  buffers: 'const a = []; for (;;) { try { a.push(new Uint8Array(1e7).fill(1)); } catch {} }',
  'one buffer of 1 GB': 'new Uint8Array(2 ** 30).fill(1); for (;;);',
  strings: 'const a = []; for (;;) a.push("x".repeat(1e6).split("").join(a.length % 10));',
};

/**
 * Prints how far hostile programs get over the memory limit of a run, and how long it takes from the first sight of that
 * until the worker is gone. Looks at the worker every 2 ms, beside the sandbox's own watch.
 */
export async function measureLimits(levels: readonly SandboxLevel[], rounds: number): Promise<void> {
  console.log(`\nlimit ${CAP / MB} MB           level     ends as        peak over limit, MB      ms to the end, from the breach`);
  for (const level of levels) for (const name of Object.keys(PROGRAMS)) await measure(level, name, rounds);
}

async function measure(level: SandboxLevel, name: string, rounds: number): Promise<void> {
  // The heap's own limit is out of the way: what is measured is the watch of the parent, and the kernel.
  await using sandbox = await createSandbox({ level, limits: { runBytes: CAP, isolateMb: 2048, runMs: 20_000 } });
  const ends = new Set<string>();
  const [overs, delays]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const watch = watchWorkers();
    const { status } = await sandbox.run(`export default () => { ${PROGRAMS[name]} }`);
    const { peak, breachAt } = await watch.stop();
    ends.add(status);
    overs.push(Math.max(0, peak - CAP) / MB);
    if (breachAt !== undefined) delays.push(watch.goneAt() - breachAt);
  }
  const [over, delay] = [overs, delays].map((found) => `median ${at(found, 0.5)} max ${at(found, 1)}`);
  console.log(
    `${name.padEnd(22)} ${level.padEnd(9)} ${[...ends].join(', ').padEnd(14)} ${over?.padEnd(24)} ${delays.length > 0 ? delay : 'not reached'}`,
  );
}

/** The largest resident size of any descendant, and when one first held more than the limit. */
function watchWorkers(): { stop(): Promise<{ peak: number; breachAt: number | undefined }>; goneAt(): number } {
  let peak = 0;
  let breachAt: number | undefined;
  let hog: number | undefined;
  let goneAt = 0;
  const look = (): void => {
    for (const pid of workers()) {
      const bytes = residentBytes(pid);
      peak = Math.max(peak, bytes);
      if (bytes <= CAP) continue;
      breachAt ??= performance.now();
      hog = pid;
    }
  };
  const timer = setInterval(look, 2);
  return {
    async stop() {
      const isThere = (): boolean => hog !== undefined && residentBytes(hog) > 0;
      while (isThere()) await new Promise((resolve) => setTimeout(resolve, 1));
      goneAt = performance.now();
      clearInterval(timer);
      return { peak, breachAt };
    },
    goneAt: () => goneAt,
  };
}

function workers(): readonly number[] {
  return childrenOf(process.pid).flatMap((pid) => [pid, ...childrenOf(pid), ...childrenOf(pid).flatMap(childrenOf)]);
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function residentBytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function at(found: readonly number[], share: number): string {
  return (found.toSorted((a, b) => a - b)[Math.floor((found.length - 1) * share)] ?? Number.NaN).toFixed(0);
}
