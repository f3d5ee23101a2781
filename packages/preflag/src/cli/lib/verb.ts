/** A flag of a verb, as `util.parseArgs` takes it and as help shows it. */
interface Flag {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands after it in help: `FILE`. */
  readonly value?: string;
  readonly text: string;
}

export interface Verb {
  readonly name: string;
  /** `check PATH…` */
  readonly usage: string;
  readonly summary: string;
  readonly flags: Readonly<Record<string, Flag>>;
  readonly examples: readonly string[];
  /** Returns the exit code. */
  run(args: Arguments): Promise<number>;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly text: (flag: string) => string | undefined;
  readonly texts: (flag: string) => readonly string[];
  readonly isSet: (flag: string) => boolean;
  readonly signal: AbortSignal;
}

/** The exit codes that scripts may rely on. */
export const EXIT = { pass: 0, fail: 1, usage: 2, incomplete: 3, waiting: 4, interrupted: 130 } as const;
