import type { ContentType, Limits } from '@preflag/core';
import type { FileSource } from '@preflag/readers';
import type { PlannedEdit } from './plan-fixes.ts';
import { proveTable } from './text/prove-table.ts';
import { proveText } from './text/prove-text.ts';
import { proveWorkbook } from './workbook/prove-workbook.ts';

/**
 * Reads a copy back. Returns what differs from the original beside the edits, or of the edits what is not there; `undefined` where
 * the copy is the original with the edits and nothing else.
 */
export async function proveCopy(
  original: FileSource,
  copy: FileSource,
  type: ContentType,
  edits: readonly PlannedEdit[],
  limits: Limits,
): Promise<string | undefined> {
  if (type === 'xlsx') return proveWorkbook(original, copy, edits, limits);
  if (type === 'csv' || type === 'tsv') return proveTable(original, copy, edits, limits);
  return proveText(original, copy, edits);
}
