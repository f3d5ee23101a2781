import { isAbsolute, posix, relative } from 'node:path';
import type { Report } from '@preflag/core';

/**
 * Gives the files of a delivery their paths from the folder that preflag was started in, with `/`: what platforms take for paths in
 * the repository. A delivery outside of that folder has no such path, and its files keep theirs in the delivery; so do files that are none of it,
 * such as the one before. The delivery as a whole (`.`) is its folder.
 * @param from the folder that preflag was started in; default the working folder
 */
export function filePathsOf({ root, manifest }: Pick<Report, 'root' | 'manifest'>, from: string = process.cwd()): (file: string) => string {
  const base = (isAbsolute(root) ? relative(from, root) : root).replaceAll('\\', '/');
  const folder = posix.normalize(base === '' ? '.' : base).replace(/(.)\/$/, '$1');
  if (folder === '..' || folder.startsWith('../') || isAbsolute(folder)) return (file) => file;
  const own = new Set(manifest.map(({ path }) => path));
  // A file that was given alone is both the delivery and what is in it.
  const alone = manifest.length === 1 && posix.basename(folder) === manifest[0]?.path ? manifest[0].path : '.';
  return (file) => (file === '.' || file === alone ? folder : own.has(file) ? posix.join(folder, file) : file);
}
