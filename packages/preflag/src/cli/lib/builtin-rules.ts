import type { Checker } from '@preflag/core';
import { BUILTIN_CHECKERS } from '../../check/builtin-checkers.ts';

/** The checkers that come with preflag, to list and explain their rules; to run them, see the check worker. */
export async function loadBuiltinCheckers(): Promise<readonly Checker[]> {
  return Promise.all(BUILTIN_CHECKERS.map(async (name) => ((await import(name)) as { checker: Checker }).checker));
}
