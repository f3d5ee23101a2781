import type { ContentType, Limits } from '@preflag/core';
import type { FileSource } from '@preflag/readers';
import { SortedEdits, type Copy } from './copy.ts';
import type { PlannedEdit } from './plan-fixes.ts';
import { patchText } from './text/patch-text.ts';
import { patchWorkbook } from './workbook/patch-workbook.ts';

/**
 * A corrected copy of a file, as chunks to be written elsewhere; the file itself is only read.
 *
 * @throws {ReadError} where the file cannot be read
 */
export async function makeCopy(source: FileSource, type: ContentType, edits: readonly PlannedEdit[], limits: Limits): Promise<Copy> {
  if (type === 'xlsx') return patchWorkbook(source, edits, limits);
  if (TEXTS.has(type)) return patchText(source, type, edits, limits);
  const sorted = new SortedEdits();
  for (const edit of edits) sorted.leave(edit, `Files of the type ${type} are not written.`);
  return sorted.copy();
}

const TEXTS: ReadonlySet<ContentType> = new Set(['csv', 'tsv', 'markdown', 'text', 'json', 'html']);
