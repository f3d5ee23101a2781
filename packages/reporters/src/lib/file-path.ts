import { isAbsolute, posix, relative } from 'node:path';
import type { Report } from '@preflag/core';

/**
 * The path of a delivered file from the folder that preflag was started in, with `/`: what platforms take for the path in the repository.
 * A delivery outside of that folder has no such path, and its files keep theirs in the delivery. The delivery as a whole (`.`) is its folder.
 * @param from the folder that preflag was started in
 */
export function filePath({ root, manifest }: Pick<Report, 'root' | 'manifest'>, file: string, from: string = process.cwd()): string {
  const base = (isAbsolute(root) ? relative(from, root) : root).replaceAll('\\', '/');
  const normal = posix.normalize(base === '' ? '.' : base).replace(/(.)\/$/, '$1');
  const isOutside = normal === '..' || normal.startsWith('../') || isAbsolute(normal);
  // A file that was given alone is both the delivery and what is in it.
  const isAlone = manifest.length === 1 && posix.basename(normal) === manifest[0]?.path;
  if (isOutside) return file;
  return file === '.' || (isAlone && file === manifest[0]?.path) ? normal : posix.join(normal, file);
}
