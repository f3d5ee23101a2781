import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PreflagError } from '@preflag/core';
import { workspacePath } from '../workspace-path.ts';
import { removeTree } from './remove-tree.ts';
import { SYNTHETIC_ETC } from './system-files.ts';

/** What one run has on the host's disk: a folder that only its user may enter, gone after the run. */
export interface RunFolder extends AsyncDisposable {
  readonly workspace: string;
  /** Files that stand in for the host's: place in the jail → path. */
  readonly etc: ReadonlyMap<string, string>;
  /** A place for something else. */
  place(name: string): string;
}

/** @throws {PreflagError} `path` when a name in `files` is no workspace path, or is a file and a folder */
export async function createRunFolder(files: Readonly<Record<string, Uint8Array>>): Promise<RunFolder> {
  const named = Object.entries(files).map(([name, bytes]) => [relativePath(name), bytes] as const);
  const root = await mkdtemp(join(tmpdir(), 'preflag-run-'));
  const folder = {
    workspace: join(root, 'workspace'),
    etc: new Map(Object.keys(SYNTHETIC_ETC).map((place) => [place, join(root, place)])),
    place: (name: string) => join(root, name),
    [Symbol.asyncDispose]: () => removeTree(root),
  };
  try {
    await mkdir(folder.workspace);
    for (const [place, content] of Object.entries(SYNTHETIC_ETC)) await put(join(root, place), content);
    for (const [path, bytes] of named) await put(join(folder.workspace, path), bytes);
  } catch (error) {
    await removeTree(root);
    if (isClash(error)) throw new PreflagError('path', 'One of the files stands where another needs a folder.', { cause: error });
    throw error;
  }
  return folder;
}

function relativePath(name: string): string {
  const result = workspacePath(name);
  if (!result.ok) throw new PreflagError('path', result.text);
  return result.path;
}

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function isClash(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR';
}
