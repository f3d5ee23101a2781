import { resolveInWorkspace, type Workspace, WorkspaceError } from './workspace.ts';

/** What one run hands in. */
export class Deliveries {
  readonly #workspace: Workspace;
  /** The name that a file is delivered as → its path. */
  readonly #delivered = new Map<string, string>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Marks a file: what it holds at the end of the run is handed in. @throws {WorkspaceError} */
  deliver(path: string, as: string): void {
    const name = resolveInWorkspace(path);
    if (!this.#workspace.has(name)) throw new WorkspaceError('not-found', `There is no file '${path}' in the workspace to deliver.`);
    const handedIn = resolveInWorkspace(as);
    const clash = [...this.#delivered.keys()].find((other) => other.startsWith(`${handedIn}/`) || handedIn.startsWith(`${other}/`));
    if (clash !== undefined)
      throw new WorkspaceError(
        'conflict',
        `'${clash}' is delivered already, so '${handedIn}' cannot be: one of them would be a file and a folder.`,
      );
    this.#delivered.set(handedIn, name);
  }

  /** The delivered files that are still there. */
  collect(): Record<string, Uint8Array> {
    const { files } = this.#workspace;
    const found = [...this.#delivered].flatMap(([as, path]) => {
      const bytes = files.get(path);
      return bytes ? [[as, bytes] as const] : [];
    });
    return Object.fromEntries(found);
  }
}
