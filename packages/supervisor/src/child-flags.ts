import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The flags that a child needs to resolve our packages as this process does: none when this is the built package. */
export function sourceCondition(): string[] {
  return import.meta.url.endsWith('.ts') ? ['--conditions=@preflag/source'] : [];
}

/**
 * The flags of Node's permission model that let a child read what its code needs, and nothing else of the file system.
 *
 * @param more further files or folders that the child may read
 */
export function permissionFlags(entry: string | URL, more: readonly string[] = []): string[] {
  return readPermission([...readRoots(entry), ...more]);
}

/** The same for files and folders that are all named. */
export function readPermission(paths: readonly string[]): string[] {
  return ['--permission', ...paths.map((path) => `--allow-fs-read=${path}`)];
}

/** The folders that a child's code may stand in: the package of its entry, every `node_modules` above, and the packages that are linked there. */
export function readRoots(entry: string | URL): string[] {
  const file = realpathSync(typeof entry === 'string' && !entry.startsWith('file:') ? entry : fileURLToPath(entry));
  const roots = new Set<string>();
  let isPackageFound = false;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (!isPackageFound && existsSync(join(folder, 'package.json'))) {
      isPackageFound = true;
      roots.add(folder);
    }
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) for (const root of [modules, ...linkedPackages(modules)]) roots.add(root);
    if (folder === dirname(folder)) break;
  }
  // A file that belongs to no package stands for itself and what is beside it.
  if (!isPackageFound) roots.add(dirname(file));
  return [...roots].filter((root) => ![...roots].some((other) => root !== other && root.startsWith(`${other}/`)));
}

function linkedPackages(modules: string): string[] {
  return readdirSync(modules, { withFileTypes: true }).flatMap((entry) => {
    const path = join(modules, entry.name);
    if (entry.name.startsWith('@') && entry.isDirectory()) return linkedPackages(path);
    // A link that leads nowhere is nobody's package.
    return entry.isSymbolicLink() && existsSync(path) ? [realpathSync(path)] : [];
  });
}
