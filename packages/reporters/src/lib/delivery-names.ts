import { posix } from 'node:path';
import type { Report } from '@preflag/core';

/** What a delivery is called: the id of its job, else the last part of its path. */
export function deliveryName({ job, root }: Pick<Report, 'job' | 'root'>): string {
  const path = posix.normalize(root.replaceAll('\\', '/')).replace(/\/+$/, '');
  return job ?? (posix.basename(path) || 'delivery');
}

/** Names that differ, since consumers take what has one name for one thing; a delivery whose name is taken has its path behind it, then a number. */
export function deliveryNames(reports: readonly Pick<Report, 'job' | 'root'>[]): readonly string[] {
  const taken = new Set<string>();
  return reports.map((report) => {
    const name = deliveryName(report);
    const candidates = [name, `${name} (${report.root})`];
    let free = candidates.find((candidate) => !taken.has(candidate));
    for (let number = 2; free === undefined; number++) if (!taken.has(`${name} (${number})`)) free = `${name} (${number})`;
    taken.add(free);
    return free;
  });
}
