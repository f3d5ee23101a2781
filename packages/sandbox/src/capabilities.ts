import type { ChatReply, ChatRequest, Json } from '@preflag/core';
import type { Approval } from './gateway/grants.ts';

/**
 * What guest code may do, and nothing else. Every call can be awaited; one that is refused rejects with an error whose
 * `code` is one of the gateway's: `denied` (not granted, or a path that leaves the workspace), `not-found`, `conflict` (a file
 * where a folder is), `invalid`, `budget`, `timeout`, `failed`, `too-large`. All but `files`, `deliver` and `log` must be granted.
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
  readonly model: { chat(request: ChatRequest): Promise<ChatReply> };
  readonly tools: {
    call(name: string, args?: Readonly<Record<string, Json>>): Promise<Json>;
    /** Those whose name or description has all words; all when there are none. */
    search(words?: string): Promise<{ readonly name: string; readonly description: string }[]>;
    describe(name: string): Promise<{ readonly name: string; readonly description: string; readonly parameters: Json }>;
  };
  /** Like that of browsers, with `text()`, `json()`, `bytes()` and others of the answer. A global of the same name is there when it is granted. */
  readonly fetch: (
    url: string | { toString(): string },
    init?: {
      readonly method?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array | ArrayBuffer;
      readonly signal?: AbortSignal;
    },
  ) => Promise<
    Pick<Response, 'status' | 'statusText' | 'url' | 'redirected' | 'ok' | 'bytes' | 'text' | 'json' | 'arrayBuffer'> & {
      readonly headers: Pick<Headers, 'get' | 'has'>;
    }
  >;
  readonly human: {
    ask(question: string, details?: Json): Promise<string>;
    approve(question: string, details?: Json): Promise<Approval>;
  };
  readonly env: { get(name: string): Promise<string> };
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
