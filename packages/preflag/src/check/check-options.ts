import type { Baseline, Checker, Gate, Limits, RunStatus } from '@preflag/core';
import type { SandboxLevel } from '@preflag/sandbox';
import type { Config } from '../config/types.ts';

/** What {@link check} may be told. */
export interface CheckOptions {
  /** A job file, or a job as an object in the words of a job file. */
  readonly job?: string | object;
  /** What stands beside a job that is given as an object: inputs, before-files and sources by path. */
  readonly inputs?: Readonly<Record<string, Uint8Array>>;
  /** The file as it was before, for one delivered file; or a folder, paired by relative path. */
  readonly before?: string;
  /** The text that was translated, for one delivered file; or a folder, paired by relative path, which may lack the language (`report.md` of `report.de.md`) or be that of English (`en.json` of `de.json`). */
  readonly source?: string;
  /** The encoding of text files that are no UTF-8 and have no byte order mark, by a name of the WHATWG Encoding Standard: `windows-1252`. Default none: such a file is a finding. */
  readonly encoding?: string;
  /** Settings for every job, as a `preflag.config` file exports them; none is looked for. The job's own settings go before it. */
  readonly config?: Config;
  /** What paths in `config` are relative to. Default: the working folder. */
  readonly configFolder?: string;
  /** Findings that were accepted, or the file of them; never one inside of the delivery. Default: that of the config. */
  readonly baseline?: string | Baseline;
  /** Replaces the parts of the job's gate that it names. Default `{ failOn: 'important', require: [] }`. */
  readonly gate?: Partial<Gate>;
  /**
   * Module specifiers of checkers and language identifiers (run in the check worker), or checkers as objects (run in this process, where no
   * language identifier is; their checks say `isolated: false`). Default: the six of preflag, and the plugins of the config.
   */
  readonly checkers?: readonly (string | Checker)[];
  /** Only rules that match these globs. */
  readonly only?: readonly string[];
  /** No rules that match these globs. */
  readonly skip?: readonly string[];
  /** The agent's last words. */
  readonly message?: string;
  /** How the agent's run ended, when something else than `check` ran it. */
  readonly end?: { readonly status: RunStatus; readonly reason: string };
  /**
   * Where the check workers run. Default `standard`: under Node's permission model. `strict`: in bubblewrap too, where there is
   * no network, no other process and no file but their code, the delivery, the job's folder, `before` and `source` (Linux). It is refused
   * where it cannot be had, and for checkers that are passed as objects: these run in this process.
   */
  readonly sandbox?: SandboxLevel;
  /** Findings carry what stands around their places, for reports that show it: rows and columns, the paragraph, source beside target. Default false. */
  readonly surroundings?: boolean;
  readonly limits?: Partial<Limits>;
  /** Check workers at the same time. Default: the number of cores, at most 4. */
  readonly concurrency?: number;
  /** A folder for results of files that were checked before; a file is not checked again while its bytes, what it is compared with, the job, the settings and preflag stay the same. Default: none. */
  readonly cache?: string;
  readonly signal?: AbortSignal;
  /** When the signal aborts while files are checked: returns a report of those that were done, whose verdict is at best `incomplete`, instead of throwing. Default false. */
  readonly keepInterrupted?: boolean;
  /** Called when a file's checks are done. */
  readonly onProgress?: (progress: { readonly file: string; readonly done: number; readonly files: number }) => void;
}

/** A folder or a file; or files in memory, by path, with what reports call them. */
export type Delivery =
  | string
  | { readonly files: Readonly<Record<string, Uint8Array | Blob>>; readonly message?: string; readonly name?: string };
