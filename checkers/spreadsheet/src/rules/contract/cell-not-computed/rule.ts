import { cellAddress, defineRule, type CellExpectation, type Rule } from '@preflag/core';
import { cellsIn, findCells, selectorWords } from '../../../contract/find-cells.ts';

/**
 * Looks whether there is a formula, or none, in the cells that the job names.
 * Does not catch: a formula that computes something else, or is a number with an equals sign (`=12500`).
 * Known false alarms: results that array formulas of other cells spill into the cell.
 */
export const cellNotComputed: Rule<'workbook' | 'table', unknown, readonly CellExpectation[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly CellExpectation[]
>({
  id: 'spreadsheet/cell-not-computed',
  title: 'A cell that should be computed was typed in, or the other way round',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  demands: ['cells.formula'],
  why: 'A typed figure stays as it is when the figures change that it is made from.',
  advice: 'Put a formula into {{cell}} that computes the value from its details.',
  messages: {
    typed: "{{cell}} holds '{{found}}' as it was typed, and a formula was asked for",
    blank: '{{cell}} is blank, and a formula was asked for',
    computed: {
      text: '{{cell}} is computed by ={{formula}}, and a typed value was asked for',
      advice: 'Write the value into {{cell}} in place of the formula.',
    },
    unfound: { text: '{{cell}} cannot be looked at: {{missing}} is not there', advice: 'Put {{missing}} where the job expects it.' },
  },
  asks: ({ cells = [] }) => {
    const asked = cells.filter(({ formula }) => formula !== undefined);
    return asked.length > 0 ? asked : undefined;
  },
  *check({ model, facts, asked, looked, notChecked }) {
    if (model.kind === 'table') {
      notChecked('nothing-to-check', 'A csv has no formulas; ask for a workbook where figures are to stay live.');
      return;
    }
    for (const { at: selector, formula: isWanted } of asked) {
      const found = findCells({ model, facts, notChecked }, selector);
      if (!found || 'missing' in found) {
        const cell = selectorWords(selector);
        yield { messageId: 'unfound', data: { cell, missing: found?.missing ?? cell }, at: { kind: 'file' }, key: cell };
        continue;
      }
      const { sheet, where, at } = found.data;
      for (const { row, column } of cellsIn(found.range)) {
        looked({ cells: 1 });
        const formula = sheet.formula(row, column);
        if ((formula !== undefined) === isWanted) continue;
        const cell = `${cellAddress(row, column)}${where}`;
        const value = sheet.text(row, column);
        const place = { at: at(row, column), key: cell };
        if (formula !== undefined) yield { messageId: 'computed', data: { cell, formula }, ...place };
        else if (value === '') yield { messageId: 'blank', data: { cell }, ...place };
        else yield { messageId: 'typed', data: { cell, found: value }, ...place };
      }
    }
  },
});
