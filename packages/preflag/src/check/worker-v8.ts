import { setFlagsFromString } from 'node:v8';
import type { Reads } from '@preflag/core';

/** What V8 is started with. Checks make many values that are soon gone; at its default the heap for these alone grows to 48 MB. */
export const WORKER_V8_FLAGS: readonly string[] = ['--max-semi-space-size=2'];

/**
 * Sets how eagerly V8 compiles for speed, by what is read next. Of the CPU time of checking a document of usual size a third went to
 * optimising code that then hardly ran again, and large documents take no longer without it (`bench/document/run.ts`); walks over the
 * cells of large tables and workbooks take half as long again (`bench/table/run.ts`). A Node that does not know the flag ignores it.
 */
export function spareCpu(kinds: readonly Reads[]): void {
  setFlagsFromString(kinds.includes('document') ? '--efficiency-mode' : '--no-efficiency-mode');
}
