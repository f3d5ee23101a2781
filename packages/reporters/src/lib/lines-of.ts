import { parseRange, type Location } from '@preflag/core';

/** Lines and columns, 1-based; the end is exclusive in its column and inclusive in its line. */
export interface Lines {
  readonly startLine: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** A place as lines: the number of its row stands for the line of a cell; what has no lines is said to begin at line 1, since platforms show nothing without one. */
export function linesOf(at: Location): Lines {
  if (at.kind === 'text') return { startLine: at.start.line, startColumn: at.start.column, endLine: at.end.line, endColumn: at.end.column };
  const range = at.kind === 'cell' ? parseRange(at.range) : undefined;
  return range ? { startLine: range.top + 1, endLine: range.bottom + 1 } : { startLine: 1 };
}
