import { realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PreflagError, type Manifest } from '@preflag/core';
import type { FileSource } from '@preflag/readers/links';

/**
 * Pairs the caller's before-file or source with delivered files: one to one, or by relative path in a folder.
 * @throws {PreflagError} code `usage` when nothing pairs, `path` when there is nothing at the path
 */
export function pairFiles(path: string | undefined, manifest: Manifest, what: 'before' | 'source'): ReadonlyMap<string, FileSource> {
  if (path === undefined) return new Map();
  const full = existing(path);
  if (!statSync(full).isDirectory()) {
    const [only] = manifest;
    if (only && manifest.length === 1) return new Map([[only.path, { file: basename(path), path: full }]]);
    throw new PreflagError(
      'usage',
      `--${what} is the file ${path}, and the delivery has ${manifest.length} files. Give a folder whose files have the same relative paths, or check one file.`,
    );
  }
  const pairs = manifest.flatMap(({ path: name }) => {
    const candidate = join(full, name);
    return statSync(candidate, { throwIfNoEntry: false })?.isFile() ? [[name, { file: join(path, name), path: candidate }] as const] : [];
  });
  if (pairs.length === 0)
    throw new PreflagError('usage', `--${what} is the folder ${path}, and none of its files has the relative path of a delivered file.`);
  return new Map(pairs);
}

/** @throws {PreflagError} code `path` when there is nothing at the path */
export function existing(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new PreflagError('path', `There is nothing at ${path}.`, { cause: error });
  }
}
