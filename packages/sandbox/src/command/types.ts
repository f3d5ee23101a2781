import type { Limits, LogLine, RunStatus } from '@preflag/core';
import type { Captured } from '@preflag/supervisor';
import type { Gateway } from '../gateway/gateway.ts';

export type CommandLimits = Pick<
  Limits,
  | 'commandMs'
  | 'commandCpuMs'
  | 'commandBytes'
  | 'commandTasks'
  | 'commandOpenFiles'
  | 'commandOutputBytes'
  | 'commandScratchBytes'
  | 'commandFiles'
  | 'commandDepth'
  | 'hostCalls'
  | 'logBytes'
  | 'workspaceBytes'
>;

export interface CommandOptions {
  /** The program and its arguments. No shell looks at them: for a pipeline say `['sh', '-c', '…']`. */
  readonly argv: readonly string[];
  /** What stands in the workspace at the start: path → content. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What the program reads. Default: stdin is closed. */
  readonly stdin?: Uint8Array | string;
  /** Goes into the environment, which else has `PATH`, `HOME`, `LANG` and what a gateway needs. Nothing of the caller's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Files and folders of the host that the program may read: at their own place, or at another. The system's programs and libraries are there. */
  readonly read?: readonly (string | ReadAt)[];
  /** Models and tools of the host, which the program reaches by HTTP. */
  readonly gateway?: Gateway;
  /** What the gateway's model is called. Default `model`. */
  readonly model?: string;
  /** Defaults: core's limits of the same names. */
  readonly limits?: Partial<CommandLimits>;
  readonly signal?: AbortSignal;
  /** Called with the lines of the head of the output as they come, and with those of its tail at the end. */
  onOutput?(line: OutputLine): void;
  /**
   * Runs the program as an ordinary process, which may do all that the caller may: read every file, reach every address. For
   * systems without bubblewrap, and programs that you trust. Default false.
   */
  readonly unsafeNoSandbox?: boolean;
}

export interface ReadAt {
  readonly from: string;
  /** Absolute. */
  readonly at: string;
}

/** A line without control characters and colours, cut when it is longer than 4,096 characters. */
export interface OutputLine {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** A regular file that is new or was changed. */
export interface CollectedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What stands in the workspace at the end and is not taken. */
export interface SkippedFile {
  /** Bytes that are no UTF-8 and control characters are shown as `\xff`. */
  readonly path: string;
  readonly what: 'link' | 'hard-link' | 'fifo' | 'socket' | 'device' | 'setuid' | 'name' | 'unreadable' | 'limit';
  /** One sentence. */
  readonly text: string;
}

/** How a command ended, and all that came of it until then. */
export interface CommandRun {
  /** `strict`: in bubblewrap with a seccomp filter. `none`: with `unsafeNoSandbox`. */
  readonly level: 'strict' | 'none';
  readonly status: RunStatus;
  /** One sentence, empty when the status is `ok`. */
  readonly reason: string;
  /** 128 and the signal's number for a program that a signal ended; `null` when it was killed from outside. */
  readonly exitCode: number | null;
  /** As they were printed: control characters and all. */
  readonly stdout: Captured;
  readonly stderr: Captured;
  /** What was printed, line by line and harmless to show: stdout and stderr in the order in which they came, as far as `logBytes` go. */
  readonly log: readonly LogLine[];
  /** Set when lines were dropped. */
  readonly truncated?: { readonly kept: number; readonly dropped: number };
  /** What counts as delivered: see `collectDelivery`. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The same as a list, by path in code unit order. */
  readonly manifest: readonly CollectedFile[];
  readonly skipped: readonly SkippedFile[];
  /** The content of `message.md`, when the program wrote it. */
  readonly message?: string;
  /** Memory and CPU time as last seen: they are looked at every 50 ms. */
  readonly usage: { readonly wallMs: number; readonly cpuMs: number; readonly maxBytes: number };
}
