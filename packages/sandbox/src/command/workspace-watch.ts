import { stat, statfs } from 'node:fs/promises';
import { formatLimit } from '@preflag/core';
import { rawWalk } from './raw-walk.ts';
import { SCRATCH, WORKSPACE } from './system-files.ts';

const POLL_MS = 100;
/** A scan of many files may take no more than this share of the time. */
const PAUSE_PER_SCAN = 4;

export interface WorkspaceLimits {
  /** All files together, as long as they say they are: holes count. */
  readonly workspaceBytes: number;
  readonly commandFiles: number;
  readonly commandDepth: number;
}

/**
 * Looks again and again at how much there is in a folder, and calls `onBreach` once with a sentence when it is too much. A scan
 * ends as soon as that is known. The jail's folders in memory are asked for the number of their files only: their size has a
 * limit of its own, but an empty file takes room in the kernel, too.
 *
 * @param jailRoot where the host sees the root of the jail, when there is one
 * @returns stops the watch
 */
export function watchWorkspace(
  root: string,
  limits: WorkspaceLimits,
  jailRoot: () => string | undefined,
  onBreach: (text: string) => void,
): () => void {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const began = performance.now();
    const text = (await findBreach(root, limits, () => isStopped)) ?? (await findFullScratch(jailRoot(), root, limits));
    if (isStopped) return;
    if (text !== undefined) onBreach(text);
    else timer = setTimeout(() => void look(), Math.max(POLL_MS, PAUSE_PER_SCAN * (performance.now() - began))).unref();
  };
  timer = setTimeout(() => void look(), POLL_MS).unref();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function findBreach(
  root: string,
  { workspaceBytes, commandFiles, commandDepth }: WorkspaceLimits,
  isStopped: () => boolean,
): Promise<string | undefined> {
  let [bytes, files] = [0, 0];
  for await (const { stats, depth } of rawWalk(Buffer.from(root), () => true)) {
    if (isStopped()) return undefined;
    files += 1;
    if (stats?.isFile()) bytes += stats.size;
    if (files > commandFiles) return `There are more than ${formatLimit('commandFiles', commandFiles)} files and folders in the workspace.`;
    if (bytes > workspaceBytes)
      return `The files in the workspace are more than ${formatLimit('workspaceBytes', workspaceBytes)} together.`;
    if (depth > commandDepth) return `Folders are nested more than ${commandDepth} deep in the workspace.`;
  }
  return undefined;
}

async function findFullScratch(
  jailRoot: string | undefined,
  workspace: string,
  { commandFiles }: WorkspaceLimits,
): Promise<string | undefined> {
  // Before the jail is complete, its first process still has the root of the host.
  if (jailRoot === undefined || !(await isSameFolder(jailRoot + WORKSPACE, workspace))) return undefined;
  for (const folder of [...SCRATCH, '/dev/shm']) {
    const space = await statfs(jailRoot + folder).catch(() => undefined);
    if (space && space.files - space.ffree > commandFiles)
      return `There are more than ${formatLimit('commandFiles', commandFiles)} files in one of the folders in memory.`;
  }
  return undefined;
}

async function isSameFolder(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => stat(path).catch(() => undefined)));
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino;
}
