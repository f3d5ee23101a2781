import { realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { PreflagError } from '@preflag/core';
import { findConfig } from '../../config/find-config.ts';
import type { LoadedConfig } from '../../config/load-config.ts';
import type { Arguments } from './verb.ts';

/**
 * The config of a call: the one of `--config`, else the nearest one. None that stands inside of a delivery is loaded: an agent could
 * have written it, and a module would be run.
 * @throws {PreflagError} code `config` or `path`
 */
export async function chooseConfig(args: Arguments): Promise<LoadedConfig | undefined> {
  const asked = args.text('config');
  if (args.isSet('no-config')) {
    if (asked !== undefined) throw new PreflagError('usage', 'Say --config FILE or --no-config, not both.');
    return undefined;
  }
  const file = asked ?? findConfig(process.cwd());
  if (file === undefined) return undefined;
  const delivery = args.positionals.find((path) => isInside(file, path));
  if (delivery !== undefined) {
    const text = `The config ${file} stands inside the delivery ${delivery}, where the agent could have written it`;
    if (asked !== undefined) throw new PreflagError('config', `${text}. Keep it elsewhere.`);
    process.stderr.write(`preflag: ${text}: it was not loaded.\n`);
    return undefined;
  }
  const { loadConfig } = await import('../../config/load-config.ts');
  return loadConfig(file);
}

function isInside(file: string, delivery: string): boolean {
  const full = resolve(delivery);
  if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) return false;
  const root = realpathSync(full);
  const folder = statSync(file, { throwIfNoEntry: false }) ? dirname(realpathSync(file)) : dirname(resolve(file));
  return folder === root || folder.startsWith(root + sep);
}
