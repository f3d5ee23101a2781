import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the code of a package and of all that it depends on stands. */
export interface PackageRoots {
  /** Real folders. */
  readonly folders: readonly string[];
  /** Symbolic links in `node_modules` that lead there: place → real folder. */
  readonly links: ReadonlyMap<string, string>;
}

/** The package that a file belongs to, and its dependencies and theirs, as Node would find them. What is not installed is left out. */
export function packageRoots(entry: string | URL): PackageRoots {
  const file = realpathSync(typeof entry === 'string' && !entry.startsWith('file:') ? entry : fileURLToPath(entry));
  const folders = new Set<string>();
  const links = new Map<string, string>();
  const add = (folder: string): void => {
    if (folders.has(folder)) return;
    folders.add(folder);
    for (const name of dependenciesOf(folder)) {
      const place = findPackage(name, folder);
      if (place === undefined) continue;
      const real = realpathSync(place);
      if (lstatSync(place).isSymbolicLink()) links.set(place, real);
      add(real);
    }
  };
  const own = foldersUp(dirname(file)).find((folder) => existsSync(join(folder, 'package.json')));
  if (own !== undefined) add(own);
  return { folders: [...folders], links };
}

function dependenciesOf(folder: string): readonly string[] {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Partial<
    Record<'dependencies' | 'optionalDependencies', Record<string, string>>
  >;
  return Object.keys({ ...dependencies, ...optionalDependencies });
}

function findPackage(name: string, from: string): string | undefined {
  return foldersUp(from)
    .map((folder) => join(folder, 'node_modules', name))
    .find((place) => existsSync(join(place, 'package.json')));
}

/** The folder and those above it. */
function foldersUp(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUp(above)];
}
