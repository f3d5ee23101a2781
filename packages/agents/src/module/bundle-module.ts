import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { messageOf, PreflagError } from '@preflag/core';
import type { MappedCode } from '@preflag/sandbox';
import { build, type BuildFailure, type BuildResult, type Message, version } from 'esbuild';
import { readCached, writeCached } from './bundle-cache.ts';
import { GUEST_BUNDLE } from './guest-bundle.ts';

/** One ES module that imports nothing; its source map is without the sources. */
export interface Bundle extends MappedCode {
  /** The names that it exports. */
  readonly exports: readonly string[];
  /** Every file that is in it, by absolute path, with the sha256 of what it held. */
  readonly inputs: Readonly<Record<string, string>>;
}

const memory = new Map<string, Bundle>();

/**
 * Bundles a module for the isolate. The bundle is used again, also by other processes of the same user, as long
 * as none of its files has changed.
 *
 * @throws {PreflagError} `agent`: with file, line and column when the place is known
 */
export async function bundleModule(entry: string): Promise<Bundle> {
  const key = sha256(`${CACHE_VERSION}\0${version}\0${entry}`);
  for (const find of [() => memory.get(key), () => readCached(key)]) {
    const known = await find();
    if (known && (await isCurrent(known))) {
      memory.set(key, known);
      return known;
    }
  }
  const bundle = await makeBundle(entry);
  memory.set(key, bundle);
  await writeCached(key, bundle);
  return bundle;
}

/** Raised when bundles are made in another way. */
const CACHE_VERSION = 2;

async function isCurrent({ inputs }: Bundle): Promise<boolean> {
  const hashes = await Promise.all(Object.keys(inputs).map((path) => hashOf(path).catch(() => '')));
  return hashes.every((hash, index) => hash === Object.values(inputs)[index]);
}

async function makeBundle(entry: string): Promise<Bundle> {
  const folder = dirname(entry);
  const { outputFiles, metafile } = await runEsbuild(entry, folder);
  const [code, map] = ['.js', '.map'].map((end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '');
  const exports = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const files = Object.keys(metafile.inputs).filter((path) => !/^(?:\(disabled\)|preflag-shim):/.test(path));
  const inputs = await Promise.all(files.map(async (path) => [resolve(folder, path), await hashOf(resolve(folder, path))] as const));
  return { code: code ?? '', map: map ?? '', exports, inputs: Object.fromEntries(inputs) };
}

async function runEsbuild(entry: string, folder: string): Promise<BuildResult<{ metafile: true; write: false }>> {
  try {
    return await build({
      entryPoints: [entry],
      absWorkingDir: folder,
      ...GUEST_BUNDLE,
      plugins: [...GUEST_BUNDLE.plugins],
    });
  } catch (error) {
    throw new PreflagError(
      'agent',
      `The agent ${basename(entry)} cannot be bundled: ${isBuildFailure(error) ? describe(error) : messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function describe({ errors }: BuildFailure): string {
  const shown = errors.slice(0, 5).map(describeMessage);
  return [...shown, ...(errors.length > 5 ? [`and ${errors.length - 5} more`] : [])].join('\n');
}

function describeMessage({ text, location }: Message): string {
  return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
}

async function hashOf(path: string): Promise<string> {
  return sha256(await readFile(path));
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
