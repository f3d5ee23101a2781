import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../version.ts';
import { BUILTIN_CHECKERS } from './builtin-checkers.ts';

/** In a package the code is where the worker is; in a checkout it is run from the folders of the packages. */
const OWN = ['preflag/worker', '@preflag/core', '@preflag/readers', ...BUILTIN_CHECKERS];

/** What users install beside preflag, and rules use where it is there. */
const OPTIONAL = ['cld3-asm', 'hunspell-asm'];

let version: Promise<string> | undefined;

/** What stands for the code that reads files and runs rules: the version, and the size and time of each of its files, so that a change of a rule in a checkout counts too. */
export function codeVersion(): Promise<string> {
  return (version ??= computed());
}

async function computed(): Promise<string> {
  const folders = [...new Set(OWN.map((name) => dirname(fileURLToPath(import.meta.resolve(name)))))];
  const files = (await Promise.all(folders.map(filesOf))).flat();
  return createHash('sha256')
    .update(JSON.stringify([VERSION, ...files, ...OPTIONAL.map(placeOf)]))
    .digest('hex');
}

/** Where a package is: what was checked without it is checked again when it is installed. */
function placeOf(name: string): string {
  try {
    return import.meta.resolve(name);
  } catch {
    return `${name}: none`;
  }
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.[jt]s$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
}
