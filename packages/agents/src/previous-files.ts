import type { AgentTask } from '@preflag/core';

/** What the attempt before handed in, as it stands in the workspace of the next: in `previous/`, in the order of the paths. */
export function previousFiles({ previous = {} }: AgentTask): Readonly<Record<string, Uint8Array>> {
  const sorted = Object.entries(previous).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([path, bytes]) => [`previous/${path}`, bytes]));
}
