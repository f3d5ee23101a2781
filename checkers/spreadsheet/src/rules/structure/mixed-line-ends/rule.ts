import { defineRule, type Rule } from '@preflag/core';
import { tableCells } from '../../../facts/table-cells.ts';

/**
 * Counts how the rows of a csv end, those above the header included.
 * Does not catch: line ends of two kinds between quotes, which are text.
 * Known false alarms: the bytes are as it says, but many programs read the file all the same, and some write the last line otherwise.
 */
export const mixedLineEnds: Rule<'table'> = defineRule({
  id: 'spreadsheet/mixed-line-ends',
  title: 'The lines of a csv end in different ways',
  severity: 'minor',
  certainty: 'likely',
  reads: 'table',
  facts: [tableCells],
  why: 'Parts of different files were put together, and programs that know one kind of line end leave signs in cells or join rows.',
  advice: 'Write all lines with {{expected}}.',
  messages: { mixed: 'Line {{line}} ends with {{end}}, as {{count}} of {{rows}} lines do, and the others end with {{expected}}' },
  *check({ facts, looked }) {
    const ends = [...facts(tableCells).lineEnds].toSorted(([, a], [, b]) => b.rows - a.rows);
    const rows = ends.reduce((sum, [, end]) => sum + end.rows, 0);
    looked({ lines: rows });
    const [most, ...others] = ends;
    for (const [end, { rows: count, line }] of others) {
      const start = { line, column: 1 };
      yield {
        messageId: 'mixed',
        data: { line, end: nameOf(end), count, rows, expected: nameOf(most?.[0] ?? '\n') },
        at: { kind: 'text', start, end: start },
        key: nameOf(end),
      };
    }
  },
});

const NAMES: Readonly<Record<string, string>> = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' };

function nameOf(lineEnd: string): string {
  return NAMES[lineEnd] ?? lineEnd;
}
