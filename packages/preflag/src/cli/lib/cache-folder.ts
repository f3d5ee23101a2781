import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PreflagError } from '@preflag/core';
import type { Arguments } from './verb.ts';

/** Where `--cache` keeps results: beside the packages of the working folder, or else in the user's folder for caches. */
export function cacheFolder(args: Arguments): string | undefined {
  const asked = args.text('cache-location');
  if (!args.isSet('cache')) {
    if (asked !== undefined) throw new PreflagError('usage', '--cache-location is the folder for --cache; say --cache too.');
    return undefined;
  }
  if (asked !== undefined) return asked;
  if (statSync('node_modules', { throwIfNoEntry: false })?.isDirectory()) return join('node_modules', '.cache', 'preflag');
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'preflag');
}
