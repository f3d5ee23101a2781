import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a process holds. Linux; elsewhere `descriptors` and `children` are 0. */
export interface HostState {
  readonly rssBytes: number;
  /** After a collection. */
  readonly heapBytes: number;
  /** Handles and requests of the event loop, counted by kind. */
  readonly handles: Readonly<Record<string, number>>;
  readonly descriptors: number;
  readonly children: number;
}

/** Waits for what is about to be closed; the memory is collected before it is measured. */
export async function hostState(): Promise<HostState> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  collectGarbage();
  const { rss, heapUsed } = process.memoryUsage();
  const handles: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) handles[kind] = (handles[kind] ?? 0) + 1;
  return { rssBytes: rss, heapBytes: heapUsed, handles, descriptors: entries('/proc/self/fd').length, children: children().length };
}

/** Resolves when this process has no child any more, or after 10 s. */
export async function noneLeft(): Promise<void> {
  for (let tries = 0; tries < 200 && children().length > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
}

function children(): readonly string[] {
  return entries('/proc/self/task').flatMap((thread) => {
    try {
      return readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean);
    } catch {
      return [];
    }
  });
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  gc();
  gc();
}
