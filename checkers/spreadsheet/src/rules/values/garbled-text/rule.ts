import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { tableCells } from '../../../facts/table-cells.ts';
import { textCells } from '../../../facts/text-cells.ts';
import { tableCellAt } from '../../../table-place.ts';
import { CONTROL, CONTROLS, GARBLED } from '../../../text-traits.ts';

/**
 * Knows UTF-8 that was read as a Western code page, which makes ä into Ã¤ and ’ into â€™, the character for unreadable bytes, and a byte
 * order mark and control characters, such as NUL, inside of a csv.
 * Does not catch: other code pages that were mixed up, such as Cyrillic ones, and characters that became question marks.
 * Known false alarms: texts about encodings.
 */
export const garbledText: Rule<'workbook' | 'table'> = defineRule<'workbook' | 'table'>({
  id: 'spreadsheet/garbled-text',
  title: 'Letters were garbled by a wrong encoding',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [textCells, tableCells],
  why: 'Names and words are unreadable, and lookups and joins with the right ones fail.',
  advice: 'Read the source as UTF-8, or as the encoding that it truly has, and write the file again.',
  messages: {
    garbled: "The text '{{found}}' holds letters that a wrong encoding made",
    control: {
      text: 'The text holds the invisible control character {{code}}',
      certainty: 'likely',
      advice: 'Take the character out, and look where it came from: programs stop at it or cut the text there.',
    },
    mark: { text: "The header '{{header}}' begins with an invisible byte order mark", severity: 'minor', certainty: 'likely' },
  },
  *check({ model, facts, looked }) {
    if (model.kind === 'table') {
      const { cells, rows, firstText } = facts(tableCells);
      looked({ rows });
      for (const { row, column, text, traits } of cells) {
        const at = tableCellAt(model, row, column);
        if ((traits & GARBLED) !== 0) yield { messageId: 'garbled', data: { found: text }, at, group: 'garbled' };
        else if ((traits & CONTROL) !== 0) {
          const code = (CONTROLS.exec(text)?.[0].charCodeAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
          yield { messageId: 'control', data: { code: `U+${code}` }, at, group: 'control' };
        }
      }
      if (firstText.startsWith(MARK)) yield { messageId: 'mark', data: { header: firstText.slice(1) }, at: tableCellAt(model, 0, 0) };
      return;
    }
    const { cells, count } = facts(textCells);
    if (count > 0) looked({ cells: count });
    for (const { sheet, row, column, text, traits } of cells)
      if ((traits & GARBLED) !== 0)
        yield {
          messageId: 'garbled',
          data: { found: text },
          at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
          group: 'garbled',
        };
  },
});

const MARK = '\uFEFF';
