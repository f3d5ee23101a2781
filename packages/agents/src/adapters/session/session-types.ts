/**
 * The parts of `SandboxSession` of `@openai/agents/sandbox` 0.20 that a sandbox of ours serves, in types of our own: the package
 * need not be installed.
 */
export interface AgentsSession<M extends SessionManifest> {
  state: { manifest: M };
  running(): Promise<boolean>;
  /** Of theirs nothing is open between two commands: there is nothing to type into. */
  supportsPty(): false;
  exec(args: ExecArgs): Promise<ExecResult>;
  /** The same as a text for the model. */
  execCommand(args: ExecArgs): Promise<string>;
  createEditor(runAs?: string): SessionEditor;
  readFile(args: PathArgs & { readonly maxBytes?: number }): Promise<Uint8Array>;
  listDir(args: PathArgs): Promise<DirectoryEntry[]>;
  pathExists(path: string, runAs?: string): Promise<boolean>;
  directoryExists(path: string, runAs?: string): Promise<boolean>;
  viewImage(args: PathArgs): Promise<SessionImage>;
  materializeEntry(args: PathArgs & { readonly entry: ManifestEntry }): Promise<void>;
}

/** What of their `Manifest` is looked at. */
export interface SessionManifest {
  readonly root: string;
  readonly entries: Readonly<Record<string, unknown>>;
  resolveEnvironment(): Promise<Record<string, string>>;
}

interface PathArgs {
  /** Absolute, or relative to the manifest's root. */
  readonly path: string;
  readonly runAs?: string | undefined;
}

/** The shell is `sh` when none is named. A command is awaited until it ends: `yieldTimeMs` and `login` have no effect. */
export interface ExecArgs {
  readonly cmd: string;
  readonly workdir?: string | undefined;
  readonly shell?: string | undefined;
  readonly login?: boolean | undefined;
  readonly tty?: boolean | undefined;
  readonly yieldTimeMs?: number | undefined;
  /** Counted as four characters each. */
  readonly maxOutputTokens?: number | undefined;
  readonly runAs?: string | undefined;
}

export interface ExecResult {
  /** What was printed, in order and without control characters; then why the command was ended, and what was not kept. */
  output: string;
  stdout: string;
  stderr: string;
  wallTimeSeconds: number;
  /** `null` when it was ended from outside. */
  exitCode: number | null;
  /** Set when `output` was cut. */
  originalTokenCount?: number;
}

interface DirectoryEntry {
  name: string;
  path: string;
  type: 'file' | 'dir';
}

export interface SessionImage {
  type: 'image';
  image: { data: Uint8Array<ArrayBuffer>; mediaType: string };
}

export interface ManifestEntry {
  readonly type: string;
  readonly content?: unknown;
  readonly children?: unknown;
}

/** Their `applyDiff`: applies a V4A diff to a text. */
export type ApplyDiff = (input: string, diff: string, mode?: 'default' | 'create') => string;

export interface SessionEditor {
  canAccessPathForEdit(path: string): boolean;
  createFile(operation: { readonly path: string; readonly diff: string }): Promise<EditResult>;
  updateFile(operation: { readonly path: string; readonly diff: string; readonly moveTo?: string | undefined }): Promise<EditResult>;
  deleteFile(operation: { readonly path: string }): Promise<EditResult>;
}

export interface EditResult {
  status: 'completed';
  output: string;
}
