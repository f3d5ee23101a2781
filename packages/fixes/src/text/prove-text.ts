import { readFile } from 'node:fs/promises';
import type { FileSource } from '@preflag/readers';
import { SortedEdits } from '../copy.ts';
import type { PlannedEdit } from '../plan-fixes.ts';
import { splice, textSpans } from './spans.ts';

/** Why the text of a copy is not the original with the edits; `undefined` where it is. */
export async function proveText(original: FileSource, copy: FileSource, edits: readonly PlannedEdit[]): Promise<string | undefined> {
  const [before, after] = await Promise.all([readFile(original.path, 'utf8'), readFile(copy.path, 'utf8')]);
  const sorted = new SortedEdits();
  const expected = splice(before, textSpans(before, edits, sorted));
  return sorted.left.length === 0 && expected === after ? undefined : 'The copy is not the original with the fixes and nothing else.';
}
