import type { LimitName, Limits, Location, ReadFailure } from '@preflag/core';
import { formatLimit, LIMIT_TABLE, messageOf } from '@preflag/core';

/** Carries a {@link ReadFailure} out of the depth of a reader. Public readers catch it: callers get the failure as data. */
export class ReadError extends Error {
  readonly failure: ReadFailure;

  constructor(failure: ReadFailure, options?: { cause?: unknown }) {
    super(failure.text, options);
    this.name = 'ReadError';
    this.failure = failure;
  }
}

/** The failure that a thrown thing stands for. What is no {@link ReadError} becomes `corrupt` with its message; a file that is gone, `missing`. */
export function toFailure(thrown: unknown): ReadFailure {
  if (thrown instanceof ReadError) return thrown.failure;
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ENOENT') return { kind: 'missing', text: 'The file is not there.' };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'missing', text: 'The file may not be opened: give it read permission.' };
  return { kind: 'corrupt', text: `The file could not be read: ${messageOf(thrown)}.` };
}

/** The error of a limit that was reached: `The sheet 'Data' has more than 20,000,000 cells ...`. */
export function limitError(limit: LimitName, limits: Limits, what: string, place?: Location): ReadError {
  const { text } = LIMIT_TABLE[limit];
  return new ReadError({
    kind: 'limit',
    limit,
    text: `${what} goes beyond the limit of ${formatLimit(limit, limits[limit])} for ${text} (${limit}): make it smaller, or raise the limit.`,
    ...(place && { place }),
  });
}

/** The error of a part of a package that contradicts its format. */
export function corruptPart(part: string, text: string, cause?: unknown): ReadError {
  return new ReadError({ kind: 'corrupt', text, place: { kind: 'part', name: part } }, { cause });
}
