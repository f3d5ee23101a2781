import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileError, messageOf, PreflagError } from '@preflag/core';
import { readYaml, validateAgainst } from '@preflag/core/file';
import { CONFIG_SCHEMA } from './schema.ts';
import type { Config } from './types.ts';

/** A config, and where it stands: what it names is relative to its folder. */
export interface LoadedConfig {
  /** As the caller named it, or where it was found. */
  readonly file: string;
  /** Absolute, without links. */
  readonly folder: string;
  readonly config: Config;
}

const A_CONFIG = { code: 'config', shape: 'A config is a mapping with keys such as presets, rules and gate' } as const;

/**
 * Loads a config from json, or from a module that exports it as its default. A module is run: never load one that an agent could have written.
 * @throws {PreflagError} code `path` when it is not there, `config` when it cannot be used
 */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  const folder = dirname(realFile(file));
  return { file, folder, config: file.endsWith('.json') ? readConfig(file) : checkConfig(await importConfig(file), file) };
}

/**
 * Checks a config that did not come from a json file.
 * @throws {PreflagError} code `config` that names each mistake
 */
export function checkConfig(value: unknown, file: string): Config {
  const mistakes = validateAgainst(CONFIG_SCHEMA, value, 'The config');
  if (mistakes.length > 0) throw new PreflagError('config', mistakes.map(({ text }) => `${file}: ${text}`).join('\n'));
  return value as Config;
}

function realFile(file: string): string {
  try {
    return realpathSync(resolve(file));
  } catch (error) {
    throw new PreflagError('path', `There is no config at ${file}.`, { cause: error });
  }
}

function readConfig(file: string): Config {
  const { plain, problem } = readYaml(readText(file), file, A_CONFIG);
  const mistakes = validateAgainst(CONFIG_SCHEMA, plain, 'The config');
  if (mistakes.length > 0) throw new FileError('config', mistakes.map(problem));
  return plain;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PreflagError('path', `The config ${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

async function importConfig(file: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(resolve(file)).href)) as { readonly default?: unknown };
    if (module.default !== undefined) return module.default;
  } catch (error) {
    throw new PreflagError('config', `The config ${file} cannot be loaded: ${messageOf(error)}`, { cause: error });
  }
  throw new PreflagError('config', `The config ${file} has no default export. Write: export default defineConfig({ ... })`);
}
