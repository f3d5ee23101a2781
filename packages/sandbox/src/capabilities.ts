/**
 * What guest code may do, and nothing else. Every call can be awaited; one that is refused rejects with an error whose
 * `code` is `denied` (a path that leaves the workspace), `not-found`, `conflict` (a file where a folder is) or `invalid`.
 */
export interface Capabilities {
  readonly files: WorkspaceFiles;
  /**
   * Hands a file of the workspace in: what it holds at the end of the run, under the name `as` (default: its path).
   * The last file that is delivered under a name counts.
   */
  readonly deliver: (path: string, as?: string) => Promise<void>;
  /** Goes into the run's log. `console` does the same. */
  readonly log: Readonly<Record<'debug' | 'info' | 'warn' | 'error', (...values: unknown[]) => void>>;
}

/** The files of the run's workspace. Paths are relative, with `/`. */
export interface WorkspaceFiles {
  read(path: string): Promise<Uint8Array>;
  /** As UTF-8; a byte order mark is left out. */
  readText(path: string): Promise<string>;
  /** Folders need not be made. A text is written as UTF-8. */
  write(path: string, content: string | Uint8Array | ArrayBuffer): Promise<void>;
  /** Paths of all files in a folder and below, sorted. Default: the whole workspace. */
  list(folder?: string): Promise<string[]>;
  /** `null` when there is no such file. */
  stat(path: string): Promise<{ readonly bytes: number } | null>;
  remove(path: string): Promise<void>;
}
