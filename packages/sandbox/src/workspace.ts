import { formatLimit, type Limits } from '@preflag/core';
import type { WorkspaceFiles } from './capabilities.ts';
import { workspacePath } from './workspace-path.ts';

/** A refusal to the guest: `denied`, `not-found`, `conflict`; `quota` ends the run. */
export class WorkspaceError extends Error {
  readonly code: 'denied' | 'not-found' | 'conflict' | 'quota';

  constructor(code: WorkspaceError['code'], message: string) {
    super(message);
    this.name = 'WorkspaceError';
    this.code = code;
  }
}

/** The files of one run, or of runs that share them, held in memory by the parent. Nothing in it is a path of the machine. */
export class Workspace {
  readonly #limits: Pick<Limits, 'workspaceBytes' | 'workspaceFiles'>;
  readonly #files = new Map<string, Uint8Array>();
  /** How many files stand in a folder or below. */
  readonly #folders = new Map<string, number>();
  readonly #written = new Map<string, number>();
  #writtenBytes = 0;

  /** @throws {WorkspaceError} when a given path is none */
  constructor(files: Readonly<Record<string, Uint8Array>>, limits: Pick<Limits, 'workspaceBytes' | 'workspaceFiles'>) {
    this.#limits = limits;
    for (const [path, bytes] of Object.entries(files)) this.#put(resolveInWorkspace(path), bytes);
  }

  /** @throws {WorkspaceError} */
  read(path: string): Uint8Array {
    const bytes = this.#files.get(resolveInWorkspace(path));
    if (!bytes) throw new WorkspaceError('not-found', `There is no file '${path}' in the workspace.`);
    return bytes;
  }

  /** The bytes are copied. @throws {WorkspaceError} */
  write(path: string, bytes: Uint8Array): void {
    const name = resolveInWorkspace(path);
    const { workspaceBytes, workspaceFiles } = this.#limits;
    const total = this.#writtenBytes + bytes.length - (this.#written.get(name) ?? 0);
    if (total > workspaceBytes) {
      throw new WorkspaceError(
        'quota',
        `The files that were written are more than ${formatLimit('workspaceBytes', workspaceBytes)} together.`,
      );
    }
    if (!this.#written.has(name) && this.#written.size >= workspaceFiles) {
      throw new WorkspaceError('quota', `More than ${formatLimit('workspaceFiles', workspaceFiles)} files were written.`);
    }
    this.#put(name, bytes.slice());
    this.#written.set(name, bytes.length);
    this.#writtenBytes = total;
  }

  /** Paths of all files in a folder and below, sorted; `''` is the whole workspace. @throws {WorkspaceError} */
  list(folder: string): string[] {
    const inside = folder === '' || folder === '.' ? '' : `${resolveInWorkspace(folder.replace(/\/$/, ''))}/`;
    return [...this.#files.keys()].filter((path) => path.startsWith(inside)).toSorted();
  }

  /** @throws {WorkspaceError} */
  stat(path: string): { readonly bytes: number } | null {
    const bytes = this.#files.get(resolveInWorkspace(path));
    return bytes ? { bytes: bytes.length } : null;
  }

  /** @throws {WorkspaceError} */
  remove(path: string): void {
    const name = resolveInWorkspace(path);
    if (!this.#files.delete(name)) throw new WorkspaceError('not-found', `There is no file '${path}' in the workspace.`);
    for (const folder of foldersOf(name)) this.#folders.set(folder, (this.#folders.get(folder) ?? 0) - 1);
    this.#writtenBytes -= this.#written.get(name) ?? 0;
    this.#written.delete(name);
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** All files, by path; not copied. */
  get files(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }

  /** The files as they are now, to come back to. Bytes are never changed in place, so they need no copy. */
  snapshot(): ReadonlyMap<string, Uint8Array> {
    return new Map(this.#files);
  }

  /** Everything as it was at a snapshot. */
  restore(snapshot: ReadonlyMap<string, Uint8Array>): void {
    for (const path of this.#files.keys()) if (!snapshot.has(path)) this.remove(path);
    for (const [path, bytes] of snapshot) if (this.#files.get(path) !== bytes) this.#put(path, bytes);
  }

  /** The same as functions for the host. Bytes are copied, and refusals are thrown as a {@link WorkspaceError}. */
  asFiles(): WorkspaceFiles {
    return {
      read: async (path) => this.read(path).slice(),
      readText: async (path) => new TextDecoder().decode(this.read(path)),
      write: async (path, content) =>
        this.write(path, typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)),
      list: async (folder = '') => this.list(folder),
      stat: async (path) => this.stat(path),
      remove: async (path) => this.remove(path),
    };
  }

  #put(name: string, bytes: Uint8Array): void {
    const folders = foldersOf(name);
    const file = folders.find((folder) => this.#files.has(folder));
    if (file !== undefined) throw new WorkspaceError('conflict', `'${file}' is a file, so '${name}' cannot be in it.`);
    if ((this.#folders.get(name) ?? 0) > 0) throw new WorkspaceError('conflict', `'${name}' is a folder.`);
    if (!this.#files.has(name)) for (const folder of folders) this.#folders.set(folder, (this.#folders.get(folder) ?? 0) + 1);
    this.#files.set(name, bytes);
  }
}

/** @throws {WorkspaceError} `denied` when it leaves the workspace */
export function resolveInWorkspace(path: string): string {
  const result = workspacePath(path);
  if (!result.ok) throw new WorkspaceError('denied', result.text);
  return result.path;
}

/** `a/b/c` → `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'));
}
