/**
 * The stable codes of {@link PreflagError}.
 *
 * | code | meaning | the CLI's exit code |
 * |---|---|---|
 * | `usage` | a wrong flag, argument or option | 2 |
 * | `job` | the job file is missing, malformed or contradicts its files | 2 |
 * | `config` | the config or a baseline is malformed, or stands where an agent could have written it | 2 |
 * | `path` | a path is missing or leaves the folder that it may not leave | 2 |
 * | `rule` | a rule, checker or language identifier is defined wrongly, or cannot be loaded | 2 |
 * | `sandbox` | the sandbox, or the level that was asked for, is not to be had | 3 |
 * | `agent` | the agent cannot be loaded | 2 |
 * | `model` | the model gives no answer: wrong key, no such model, out of reach, or its budget is used up | 3 |
 * | `limit` | a documented limit was reached | 3 |
 * | `protocol` | a process sent a frame that does not fit its schema | 3 |
 * | `cancelled` | the caller aborted | 130 |
 * | `checks-failed` | `assertPasses` was given a report that does not pass | 1 |
 */
export type ErrorCode =
  | 'usage'
  | 'job'
  | 'config'
  | 'path'
  | 'rule'
  | 'sandbox'
  | 'agent'
  | 'model'
  | 'limit'
  | 'protocol'
  | 'cancelled'
  | 'checks-failed';

/** The same in every copy of the package. */
const BRAND = Symbol.for('preflag.error');

/** The one error class. Findings are data and are never thrown. */
export class PreflagError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'PreflagError';
    this.code = code;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** True for errors of this class, also when another copy of the package made them. */
  static isInstance(value: unknown): value is PreflagError {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}

/** The text of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
