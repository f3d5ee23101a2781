import { realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PreflagError, type Manifest } from '@preflag/core';
import type { FileSource } from '@preflag/readers/links';
import { sourceNames } from './source-names.ts';

/**
 * Pairs the caller's before-file or source with delivered files: one to one, or by relative path in a folder. Of a source the path may
 * lack the language or have that of English; and no file is its own source, where the folder is the delivered one.
 * @throws {PreflagError} code `usage` when nothing pairs, `path` when there is nothing at the path
 */
export function pairFiles(
  path: string | undefined,
  { root, manifest }: { readonly root: string; readonly manifest: Manifest },
  what: 'before' | 'source',
): ReadonlyMap<string, FileSource> {
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
  const isSource = what === 'source';
  const pairs = manifest.flatMap(({ path: name }) => {
    const own = isSource ? fileAt(join(root, name)) : undefined;
    const found = (isSource ? sourceNames(name) : [name]).find((each) => {
      const candidate = fileAt(join(full, each));
      return candidate !== undefined && candidate !== own;
    });
    return found === undefined ? [] : [[name, { file: join(path, found), path: join(full, found) }] as const];
  });
  if (pairs.length > 0) return new Map(pairs);
  const orLanguage = isSource ? ', nor that path without its language or in English (report.md for report.de.md, en.json for de.json)' : '';
  throw new PreflagError(
    'usage',
    `--${what} is the folder ${path}, and none of its files has the relative path of a delivered file${orLanguage}.`,
  );
}

/** The real path of a file; `undefined` where there is none. */
function fileAt(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? realpathSync(path) : undefined;
}

/** @throws {PreflagError} code `path` when there is nothing at the path */
export function existing(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new PreflagError('path', `There is nothing at ${path}.`, { cause: error });
  }
}
