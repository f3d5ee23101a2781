import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from './bundle-module.ts';

const MAX_BUNDLES = 50;

/**
 * Bundles on disk, in a folder of the system's temporary folder that only this user may enter. What is read there is run
 * in the sandbox like any agent: it is not trusted, but nobody else should choose it. Without such a folder nothing is kept.
 */
export async function readCached(key: string): Promise<Bundle | undefined> {
  const folder = await privateFolder();
  if (folder === undefined) return undefined;
  try {
    const found: unknown = JSON.parse(await readFile(join(folder, `${key}.json`), 'utf8'));
    return isBundle(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

export async function writeCached(key: string, bundle: Bundle): Promise<void> {
  const folder = await privateFolder();
  if (folder === undefined) return;
  const file = join(folder, `${key}.json`);
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, JSON.stringify(bundle), { mode: 0o600 });
    await rename(draft, file);
    await prune(folder);
  } catch {
    // A full or read-only disk costs time at the next start, nothing else.
  }
}

/** Keeps the newest. */
async function prune(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= MAX_BUNDLES) return;
  const files = await Promise.all(names.map(async (name) => ({ path: join(folder, name), at: (await lstat(join(folder, name))).mtimeMs })));
  const old = files.toSorted((a, b) => b.at - a.at).slice(MAX_BUNDLES);
  await Promise.all(old.map(({ path }) => rm(path, { force: true })));
}

async function privateFolder(): Promise<string | undefined> {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `preflag-agents-${uid}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found = await lstat(folder);
    const isPrivate = process.platform === 'win32' || (found.uid === uid && (found.mode & 0o077) === 0);
    return found.isDirectory() && isPrivate ? folder : undefined;
  } catch {
    return undefined;
  }
}

function isBundle(value: unknown): value is Bundle {
  if (typeof value !== 'object' || value === null) return false;
  const { code, map, inputs, exports } = value as Partial<Record<keyof Bundle, unknown>>;
  return typeof code === 'string' && typeof map === 'string' && typeof inputs === 'object' && inputs !== null && Array.isArray(exports);
}
