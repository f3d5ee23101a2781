import { shownText } from './cell-values.ts';
import type { DataTable } from './data-tables.ts';

/** Different texts whose judgement is kept. */
const MOST_KEPT = 100_000;

/** Judges cells by their text; a text that repeats is judged once. */
export function judgeTexts(table: DataTable, judge: (text: string) => boolean): (row: number, column: number) => boolean {
  const known = new Map<number, boolean>();
  return (row, column) => {
    const id = table.sheet.stringId(row, column);
    if (id === 0) return judge(shownText(table, row, column));
    let answer = known.get(id);
    if (answer === undefined) {
      answer = judge(table.sheet.text(row, column));
      if (known.size < MOST_KEPT) known.set(id, answer);
    }
    return answer;
  };
}
