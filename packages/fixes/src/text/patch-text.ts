import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { formatLimit, parseRange, type ContentType, type Limits } from '@preflag/core';
import { readTable, ReadError, type Dialect, type FileSource } from '@preflag/readers';
import { CHANGED, SortedEdits, type Copy } from '../copy.ts';
import type { PlannedEdit } from '../plan-fixes.ts';
import { cellKey, locateCells } from './locate-cells.ts';
import { inOrder, splice, textSpans, type PlacedEdit, type Span } from './spans.ts';

/**
 * A copy of a text file or csv with some places replaced; every other byte stays. Only UTF-8 is written, with its byte order mark where it has one.
 *
 * @throws {ReadError} where the file cannot be read
 */
export async function patchText(source: FileSource, type: ContentType, edits: readonly PlannedEdit[], limits: Limits): Promise<Copy> {
  const sorted = new SortedEdits();
  const refuse = (reason: string): Copy => {
    for (const edit of edits) sorted.leave(edit, reason);
    return sorted.copy();
  };
  const { size } = await stat(source.path);
  if (size > limits.partBytes)
    return refuse(`The file is larger than ${formatLimit('partBytes', limits.partBytes)}, more than is written anew.`);
  const bytes = await readFile(source.path);
  const markBytes = bytes.subarray(0, 3).equals(MARK) ? MARK.length : 0;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(markBytes));
  } catch {
    return refuse('The file is not in UTF-8, which is all that is written.');
  }
  const dialect = type === 'csv' || type === 'tsv' ? await dialectOf(source, limits) : undefined;
  const spans = dialect ? cellSpans(text, dialect, edits, sorted) : textSpans(text, edits, sorted);
  if (spans.length === 0) return sorted.copy();
  return sorted.copy(Readable.from([bytes.subarray(0, markBytes), Buffer.from(splice(text, spans))]));
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

async function dialectOf(source: FileSource, limits: Limits): Promise<Dialect> {
  const read = await readTable(source, { limits });
  if (!read.ok) throw new ReadError(read.failure);
  return read.model.dialect;
}

function cellSpans(text: string, dialect: Dialect, edits: readonly PlannedEdit[], sorted: SortedEdits): readonly Span[] {
  const keys = new Map(
    edits.map((edit) => {
      const at = edit.location.kind === 'cell' ? parseRange(edit.location.range) : undefined;
      return [edit, at ? cellKey(at.top, at.left) : ''] as const;
    }),
  );
  const cells = locateCells(text, dialect, new Set(keys.values()));
  return inOrder(
    edits.flatMap((edit): readonly PlacedEdit[] => {
      const cell = cells.get(keys.get(edit) ?? '');
      if (cell?.text === edit.from) return [{ edit, start: cell.start, end: cell.end, to: cellSource(edit.to, dialect) }];
      sorted.leave(edit, CHANGED);
      return [];
    }),
    sorted,
  );
}

/** In quotes where the format wants them. */
function cellSource(text: string, { delimiter, quoted }: Dialect): string {
  return quoted && (text.includes(delimiter) || /["\r\n]/.test(text)) ? `"${text.replaceAll('"', '""')}"` : text;
}
