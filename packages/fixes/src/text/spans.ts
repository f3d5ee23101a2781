import { CHANGED, type SortedEdits } from '../copy.ts';
import type { PlannedEdit } from '../plan-fixes.ts';

/** A place in a text, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** What is to stand there, as it is written. */
  readonly to: string;
}

export interface PlacedEdit extends Span {
  readonly edit: PlannedEdit;
}

/** Where edits of a text stand, from the first to the last. Those whose `from` does not stand there are left. */
export function textSpans(text: string, edits: readonly PlannedEdit[], sorted: SortedEdits): readonly Span[] {
  const lines = lineStarts(text);
  return inOrder(
    edits.flatMap((edit): readonly PlacedEdit[] => {
      if (edit.location.kind === 'text') {
        const [from, to] = [edit.location.start, edit.location.end].map(({ line, column }) => (lines[line - 1] ?? Infinity) + column - 1);
        if (from !== undefined && to !== undefined && text.slice(from, to) === edit.from)
          return [{ edit, start: from, end: to, to: edit.to }];
      }
      sorted.leave(edit, CHANGED);
      return [];
    }),
    sorted,
  );
}

/** From the first to the last. Edits that overlap one before them are left. */
export function inOrder(placed: readonly PlacedEdit[], sorted: SortedEdits): readonly Span[] {
  let last = 0;
  return placed
    .toSorted((a, b) => a.start - b.start)
    .filter(({ edit, start, end }) => {
      if (start < last) {
        sorted.leave(edit, 'Another fix changes the same place.');
        return false;
      }
      last = end;
      sorted.apply(edit);
      return true;
    });
}

/** The text with its spans replaced; they are in order and share nothing. */
export function splice(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, to } of spans) {
    pieces.push(text.slice(at, start), to);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + (text.startsWith('\r\n', index) ? 2 : 1));
  return starts;
}
