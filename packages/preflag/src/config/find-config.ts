import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const CONFIG_NAMES = [
  'preflag.config.ts',
  'preflag.config.mts',
  'preflag.config.js',
  'preflag.config.mjs',
  'preflag.config.json',
] as const;

/** The nearest config, from a folder upwards as far as the folder that holds `.git`; relative to the folder. */
export function findConfig(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const name = CONFIG_NAMES.find((candidate) => existsSync(join(folder, candidate)));
    if (name) return relative(from, join(folder, name));
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}
