import { mkdtemp, mkdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { isInside, PreflagError } from '@preflag/core';
import type { Delivery } from './check-options.ts';

/** Where a delivery stands on disk. */
export interface LocatedDelivery extends AsyncDisposable {
  /** Absolute, without links. */
  readonly root: string;
  /** As the caller named it. */
  readonly shown: string;
  /** The one file of a partial delivery. */
  readonly only?: readonly string[];
  readonly message?: string;
}

/**
 * Finds the folder of a delivery; files in memory are written to a folder of their own, which is removed at the end.
 * @throws {PreflagError} code `path` when there is nothing at the path, or a name in memory leaves its folder
 */
export async function locateDelivery(delivery: Delivery): Promise<LocatedDelivery> {
  if (typeof delivery !== 'string') {
    const { root, remove } = await writeToTemporary(delivery.files);
    return {
      root,
      shown: delivery.name ?? 'files in memory',
      ...(delivery.message !== undefined && { message: delivery.message }),
      [Symbol.asyncDispose]: remove,
    };
  }
  const path = resolve(delivery);
  const stats = await stat(path).catch(() => undefined);
  const nothing = async (): Promise<void> => {};
  if (stats?.isDirectory()) return { root: await realpath(path), shown: delivery, [Symbol.asyncDispose]: nothing };
  if (stats) return { root: await realpath(dirname(path)), shown: delivery, only: [basename(path)], [Symbol.asyncDispose]: nothing };
  throw new PreflagError('path', `There is nothing at ${delivery}. Give the delivered folder, or one file of it.`);
}

/** Writes files into a new folder under the system's folder for temporary files. */
export async function writeToTemporary(
  files: Readonly<Record<string, Uint8Array | Blob>>,
): Promise<{ root: string; remove: () => Promise<void> }> {
  const wrong = Object.keys(files).find((path) => !isInside(path));
  if (wrong !== undefined)
    throw new PreflagError('path', `The file name '${wrong}' leaves the delivery. Use a relative path without '..'.`);
  const names = new Set(Object.keys(files));
  const clash = [...names].find((path) => foldersOf(path).some((folder) => names.has(folder)));
  if (clash !== undefined)
    throw new PreflagError('path', `The file '${clash}' stands in a folder that has the name of another file of the delivery.`);
  const root = await realpath(await mkdtemp(join(tmpdir(), 'preflag-')));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content);
  }
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

/** `a/b/c` → `a`, `a/b`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split(/[/\\]/);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
