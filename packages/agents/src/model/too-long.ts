import { PreflagError } from '@preflag/core';

/** True for the error of a conversation that is longer than the model takes. */
export function isTooLongError(error: unknown): boolean {
  if (!PreflagError.isInstance(error) || typeof error.cause !== 'object' || error.cause === null) return false;
  return 'isTooLong' in error.cause && error.cause.isTooLong === true;
}
