import picomatch from 'picomatch';
import type { Deliverable, Job } from './types.ts';

/**
 * The deliverable that each file belongs to: an exact path first, then the first matching glob.
 * Files that belong to none are absent from the result.
 */
export function matchDeliverables(job: Job, files: readonly string[]): ReadonlyMap<string, Deliverable> {
  const exact = new Map(job.deliverables.map((deliverable) => [deliverable.path, deliverable]));
  const globs = job.deliverables
    .filter(({ path }) => isGlob(path))
    .map((deliverable) => ({ deliverable, matches: picomatch(deliverable.path, { dot: true }) }));
  const found = new Map<string, Deliverable>();
  for (const file of files) {
    const deliverable = exact.get(file) ?? globs.find(({ matches }) => matches(file))?.deliverable;
    if (deliverable) found.set(file, deliverable);
  }
  return found;
}

export function isGlob(path: string): boolean {
  return picomatch.scan(path).isGlob;
}
