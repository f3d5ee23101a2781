import type { Position } from '@preflag/core';
import type { Dialect } from './model.ts';

/** Where each cell of a row begins, its quote included. `line` is that of the row's beginning. */
export function cellStarts(row: string, { delimiter, quoted }: Pick<Dialect, 'delimiter' | 'quoted'>, line: number): readonly Position[] {
  const starts: Position[] = [{ line, column: 1 }];
  let isQuoted = quoted && row.startsWith('"');
  let lineStart = 0;
  let current = line;
  for (let at = isQuoted ? 1 : 0; at < row.length; at++) {
    const character = row[at];
    if (isQuoted) {
      if (character === '"') {
        if (row[at + 1] === '"') at++;
        else isQuoted = false;
      } else if (character === '\n') {
        current++;
        lineStart = at + 1;
      }
    } else if (character === delimiter) {
      starts.push({ line: current, column: at + 2 - lineStart });
      if (quoted && row[at + 1] === '"') {
        isQuoted = true;
        at++;
      }
    }
  }
  return starts;
}
