import { watch as watchPath, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Editors and agents write a file in several steps. */
const QUIET_MS = 200;

/**
 * Calls `work` now and after each change below the paths, one call at a time, until the signal aborts.
 * Of a file its folder is watched: many programs replace a file instead of writing into it.
 */
export async function watch(paths: readonly string[], signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  let wake: (() => void) | undefined;
  let isChanged = true;
  const changed = (): void => {
    isChanged = true;
    wake?.();
  };
  const folders = new Set(paths.map((path) => (statSync(path).isDirectory() ? path : dirname(path))));
  const watchers = [...folders].map((folder) => watchPath(folder, { recursive: true }, changed));
  signal.addEventListener('abort', () => wake?.(), { once: true });
  try {
    while (!signal.aborted) {
      if (!isChanged) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      while (isChanged && !signal.aborted) {
        isChanged = false;
        await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      }
      await work();
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
