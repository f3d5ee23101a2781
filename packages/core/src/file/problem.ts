import { PreflagError } from '../errors.ts';

/** One mistake in a file that a person wrote to steer checks: a job, a config, a baseline. */
export interface FileProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** JSON pointer of the value. */
  readonly pointer: string;
  /** One sentence: what was found, what is allowed, what to do. */
  readonly text: string;
}

/** A file that cannot be used; `problems` has one entry per mistake, in the file's order. */
export class FileError extends PreflagError {
  readonly problems: readonly FileProblem[];

  constructor(code: 'job' | 'config', problems: readonly FileProblem[]) {
    const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
    super(code, sorted.map(({ file, line, column, text }) => `${file}:${line}:${column} ${text}`).join('\n'));
    this.name = 'FileError';
    this.problems = sorted;
  }
}
