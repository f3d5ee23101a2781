import { DEFAULT_LIMITS, formatLimit, type Limits } from '@preflag/core';
import { ToolError, workspacePath } from '@preflag/sandbox';

type FileLimits = Pick<Limits, 'workspaceBytes' | 'workspaceFiles'>;

/**
 * The workspace of one attempt, in memory; nothing in it is a path of the machine. A file that is handed in counts as it
 * stands at the end of the run. What it refuses it throws as a `ToolError`.
 */
export class LoopFiles {
  readonly #limits: FileLimits;
  #files: Map<string, Uint8Array>;
  /** Files that were there at the start, which the limits do not count. */
  readonly #given: ReadonlySet<Uint8Array>;
  /** The name that a file is handed in as → its path. */
  readonly #delivered = new Map<string, string>();

  /** @throws when a given path is none */
  constructor(files: Readonly<Record<string, Uint8Array>>, limits: Partial<FileLimits>) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#files = new Map(Object.entries(files).map(([path, bytes]) => [resolve(path), bytes]));
    this.#given = new Set(this.#files.values());
  }

  get hasDelivered(): boolean {
    return Object.keys(this.collect()).length > 0;
  }

  /** Paths, sorted. */
  list(): readonly { readonly path: string; readonly bytes: number }[] {
    const all = Array.from(this.#files, ([path, { length }]) => ({ path, bytes: length }));
    return all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  read(path: string): Uint8Array {
    const bytes = this.#files.get(resolve(path));
    if (!bytes) throw new ToolError(`There is no file '${path}'. list_files says what is there.`);
    return bytes;
  }

  write(path: string, bytes: Uint8Array): void {
    const name = resolve(path);
    const clash = [...this.#files.keys()].find((other) => other.startsWith(`${name}/`) || name.startsWith(`${other}/`));
    if (clash !== undefined)
      throw new ToolError(`'${name}' cannot be written: '${clash}' is there, and one of them would be a file and a folder.`);
    this.#keep(new Map([...this.#files, [name, bytes]]));
  }

  deliver(path: string, as: string): void {
    const [name, handedIn] = [resolve(path), resolve(as)];
    this.read(name);
    const clash = [...this.#delivered.keys()].find((other) => other.startsWith(`${handedIn}/`) || handedIn.startsWith(`${other}/`));
    if (clash !== undefined) {
      throw new ToolError(`'${clash}' is delivered already, so '${handedIn}' cannot be: one of them would be a file and a folder.`);
    }
    this.#delivered.set(handedIn, name);
  }

  /** All files, for code that runs on them. */
  all(): Readonly<Record<string, Uint8Array>> {
    return Object.fromEntries(this.#files);
  }

  /** Takes over the whole workspace as code left it. */
  replace(files: Readonly<Record<string, Uint8Array>>): void {
    this.#keep(new Map(Object.entries(files).map(([path, bytes]) => [resolve(path), this.#same(path, bytes)])));
  }

  collect(): Readonly<Record<string, Uint8Array>> {
    const files = [...this.#delivered].flatMap(([as, path]) => {
      const bytes = this.#files.get(path);
      return bytes ? [[as, bytes] as const] : [];
    });
    return Object.fromEntries(files);
  }

  /** A file that code did not change stays the same object, so that it still counts as given. */
  #same(path: string, bytes: Uint8Array): Uint8Array {
    const before = this.#files.get(path);
    return before && isSame(before, bytes) ? before : bytes;
  }

  #keep(files: Map<string, Uint8Array>): void {
    const written = [...files.values()].filter((bytes) => !this.#given.has(bytes));
    const { workspaceBytes, workspaceFiles } = this.#limits;
    if (written.length > workspaceFiles)
      throw new ToolError(`More than ${formatLimit('workspaceFiles', workspaceFiles)} files were written.`);
    if (written.reduce((sum, { length }) => sum + length, 0) > workspaceBytes) {
      throw new ToolError(`The files that were written are more than ${formatLimit('workspaceBytes', workspaceBytes)} together.`);
    }
    this.#files = files;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && Buffer.compare(a, b) === 0);
}

function resolve(path: string): string {
  const result = workspacePath(path);
  if (!result.ok) throw new ToolError(result.text);
  return result.path;
}
