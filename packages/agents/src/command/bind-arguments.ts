import { statSync } from 'node:fs';
import { basename, join, posix, relative, resolve } from 'node:path';
import type { ReadAt } from '@preflag/sandbox';

export interface BindOptions {
  /** What the workspace has: such a word is left as it is. */
  readonly files: Readonly<Record<string, unknown>>;
  readonly read: readonly (string | ReadAt)[];
  /** Without a jail every file is at its own place. */
  readonly isPlain: boolean;
}

export interface Bound {
  readonly argv: readonly string[];
  readonly read: readonly (string | ReadAt)[];
}

/** Where the files stand that a command names. Tells nothing of this machine. */
const FOLDER = '/agent';
const SYSTEM = /^\/(?:usr|bin|sbin|lib|lib32|lib64|libx32)\//;

/**
 * Lets a command read the files of this machine that its words name, as `python3 agent.py` does from the folder of `agent.py`:
 * each alone, unless it is in a folder that may be read. Paths begin in the working folder of this process. A program without a
 * `/` is one of the system.
 */
export function bindArguments(argv: readonly string[], { files, read, isPlain }: BindOptions): Bound {
  const folders = read.map((item) =>
    typeof item === 'string' ? { from: resolve(item), at: resolve(item) } : { ...item, from: resolve(item.from) },
  );
  const alone = new Map<string, string>();
  const placeOf = (path: string): string => {
    const name = basename(path);
    const isTaken = [...alone.values()].includes(posix.join(FOLDER, name));
    return posix.join(FOLDER, ...(isTaken ? [String(alone.size)] : []), name);
  };
  const words = argv.map((word, index) => {
    const isOther = Object.hasOwn(files, word) || SYSTEM.test(word) || word.startsWith('-') || (index === 0 && !word.includes('/'));
    const path = resolve(word);
    if (isOther || !isFile(path)) return word;
    if (isPlain) return path;
    const folder = folders.find(({ from }) => path === from || path.startsWith(`${from}/`));
    if (folder) return join(folder.at, relative(folder.from, path));
    const place = alone.get(path) ?? placeOf(path);
    alone.set(path, place);
    return place;
  });
  return { argv: words, read: [...folders, ...[...alone].map(([from, at]) => ({ from, at }))] };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
