import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatLimit, type Limits, type Manifest, type ManifestEntry, type SkippedEntry } from '@preflag/core';
import { detectType } from '../content-type/index.ts';

export interface Collected {
  /** Regular files, by path in code unit order. */
  readonly manifest: Manifest;
  /** What was found and not read. */
  readonly skipped: readonly SkippedEntry[];
}

/**
 * Lists a delivered folder: regular files only, hashed as they are read. Links, devices, sockets and pipes are named, never
 * followed or opened. `only` narrows the list to some paths (a partial delivery).
 */
export async function collectDelivery(root: string, limits: Limits, only?: readonly string[]): Promise<Collected> {
  const manifest: ManifestEntry[] = [];
  const skipped: SkippedEntry[] = [];
  let bytes = 0;
  for await (const { path, stats } of only ? named(root, only) : walk(root, '', limits, skipped)) {
    const refusal = refuse(path, stats, bytes, manifest.length, limits);
    if (refusal) {
      skipped.push(refusal);
      continue;
    }
    try {
      const entry = await readEntry(join(root, path), path);
      bytes += entry.bytes;
      manifest.push(entry);
    } catch (error) {
      skipped.push({
        path,
        what: 'unreadable',
        text: `The file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
      });
    }
  }
  return {
    manifest: manifest.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    skipped: skipped.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

interface Found {
  readonly path: string;
  readonly stats: Stats;
}

async function* named(root: string, paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) yield { path, stats: await lstat(join(root, path)) };
}

async function* walk(root: string, folder: string, limits: Limits, skipped: SkippedEntry[]): AsyncGenerator<Found> {
  const names = await readdir(join(root, folder)).catch((error: NodeJS.ErrnoException) => {
    skipped.push({ path: folder || '.', what: 'unreadable', text: `The folder cannot be listed (${error.code ?? 'unknown error'}).` });
    return [];
  });
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1))) {
    const path = folder ? `${folder}/${name}` : name;
    const stats = await lstat(join(root, path)).catch(() => undefined);
    if (!stats) skipped.push({ path, what: 'unreadable', text: 'The entry vanished, or its name cannot be read.' });
    else if (!stats.isDirectory()) yield { path, stats };
    else if (path.split('/').length < limits.deliveryDepth) yield* walk(root, path, limits, skipped);
    else
      skipped.push({ path, what: 'limit', text: `Folders are nested deeper than ${limits.deliveryDepth}; what is inside was not read.` });
  }
}

function refuse(path: string, stats: Stats, bytes: number, files: number, limits: Limits): SkippedEntry | undefined {
  if (stats.isSymbolicLink()) return { path, what: 'link', text: 'It is a link. Links are not followed; deliver the file itself.' };
  if (stats.isFIFO()) return { path, what: 'fifo', text: 'It is a named pipe, not a file.' };
  if (stats.isSocket()) return { path, what: 'socket', text: 'It is a socket, not a file.' };
  if (!stats.isFile()) return { path, what: 'device', text: 'It is a device, not a file.' };
  if (stats.size > limits.fileBytes)
    return {
      path,
      what: 'limit',
      text: `It has ${formatLimit('fileBytes', stats.size)}; at most ${formatLimit('fileBytes', limits.fileBytes)} are read.`,
    };
  if (files >= limits.deliveryFiles)
    return { path, what: 'limit', text: `The delivery has more than ${formatLimit('deliveryFiles', limits.deliveryFiles)} files.` };
  if (bytes + stats.size > limits.deliveryBytes)
    return { path, what: 'limit', text: `The delivery has more than ${formatLimit('deliveryBytes', limits.deliveryBytes)} in all.` };
  return undefined;
}

/** Opens without following a link that took the file's place meanwhile, and without waiting on a pipe. */
async function readEntry(full: string, path: string): Promise<ManifestEntry> {
  const handle = await open(full, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) throw Object.assign(new Error('no regular file'), { code: 'ENOTFILE' });
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { path, type: await detectType(full, path), bytes, sha256: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}
