import { PreflagError } from '../errors.ts';

/** One mistake in a job file. */
export interface JobProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** JSON pointer of the value. */
  readonly pointer: string;
  /** One sentence: what was found, what is allowed, what to do. */
  readonly text: string;
}

/** A job file that cannot be used; `problems` has one entry per mistake, in the file's order. */
export class JobError extends PreflagError {
  readonly problems: readonly JobProblem[];

  constructor(problems: readonly JobProblem[]) {
    const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
    super('job', sorted.map(({ file, line, column, text }) => `${file}:${line}:${column} ${text}`).join('\n'));
    this.name = 'JobError';
    this.problems = sorted;
  }
}
