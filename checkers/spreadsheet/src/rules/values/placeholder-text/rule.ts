import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { tableCells } from '../../../facts/table-cells.ts';
import { textCells } from '../../../facts/text-cells.ts';
import { tableCellAt } from '../../../table-place.ts';
import { PLACEHOLDER } from '../../../text-traits.ts';

/**
 * Finds cells that are nothing but TODO, TBD, xxx, placeholder ..., and blind text or brackets to fill in inside of longer ones.
 * Does not catch: invented values that look real.
 * Known false alarms: plans in which TBD is an answer, and forms that are to be filled in; these words alone are only a hint.
 */
export const placeholderText: Rule<'workbook' | 'table'> = defineRule<'workbook' | 'table'>({
  id: 'spreadsheet/placeholder-text',
  title: 'A cell still holds a placeholder',
  severity: 'important',
  certainty: 'likely',
  reads: ['workbook', 'table'],
  inherits: false,
  facts: [textCells, tableCells],
  why: 'Something was to be filled in and was not, and the client finds it first.',
  advice: 'Put the real content in, or leave the cell empty and say why.',
  messages: {
    placeholder: "The cell holds the placeholder '{{found}}'",
    open: {
      text: "The cell says '{{found}}'",
      severity: 'minor',
      certainty: 'hint',
      advice: 'Fill it in, or say that it is meant to stay open.',
    },
  },
  *check({ model, facts, looked }) {
    const { cells, count } = model.kind === 'table' ? { cells: facts(tableCells).cells, count: facts(tableCells).rows } : facts(textCells);
    looked(model.kind === 'table' ? { rows: count } : { cells: count });
    for (const cell of cells) {
      if ((cell.traits & PLACEHOLDER) === 0) continue;
      const sheet = 'sheet' in cell ? cell.sheet.name : '';
      yield {
        messageId: OPEN.test(cell.text) ? 'open' : 'placeholder',
        data: { found: cell.text },
        at:
          model.kind === 'table'
            ? tableCellAt(model, cell.row, cell.column)
            : { kind: 'cell', sheet, range: cellAddress(cell.row, cell.column) },
        group: `${sheet} ${cell.text.trim().toLowerCase()}`,
      };
    }
  },
});

/** What may be an answer. */
const OPEN = /^\s*(?:tbd|tbc|to be .*|x+|todo.*|fixme.*)\.?\s*$/i;
