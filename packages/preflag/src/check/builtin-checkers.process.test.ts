import type { Checker, Reads } from '@preflag/core';
import { expect, test } from 'vitest';
import { BUILTIN_CHECKERS, BUILTIN_READS } from './builtin-checkers.ts';

test.each(BUILTIN_CHECKERS)('%s reads what is said of it before it is loaded', async (name) => {
  const { checker } = (await import(name)) as { checker: Checker };
  const reads = new Set<Reads>(checker.rules.flatMap((rule) => rule.reads));
  expect(reads).toEqual(new Set(BUILTIN_READS[name]));
});
