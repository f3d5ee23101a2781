import { cellAddress, defineRule, LAST_ROW, rangeAddress, type CellRange, type Rule } from '@preflag/core';
import type { Sheet, Workbook } from '@preflag/readers';
import { formulaGroups, type FormulaGroup } from '../../../facts/formula-groups.ts';
import { formulaTokens } from '../../../recalculate/formula-tokens.ts';

/**
 * Looks at sums, averages and counts over ranges in which there is nothing at all. Looks at the first cell of each different formula.
 * Does not catch: formulas that add single cells, ranges of which a part is blank, and names.
 * Known false alarms: forms that wait for input: where the range has a heading, or other cells stand beside it, it is only a hint.
 */
export const formulaOfBlankCells: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/formula-of-blank-cells',
  title: 'A formula adds up cells that are all blank',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [formulaGroups],
  why: 'The result looks like a figure and is nothing: mostly the formula points to the wrong column, row or sheet.',
  advice: 'Let the formula refer to the cells that are meant.',
  messages: {
    beyond: "The formula ={{formula}} looks at {{range}}, and that part of '{{sheet}}' holds nothing, not even a heading",
    blank: {
      text: "The formula ={{formula}} looks at {{range}} on '{{sheet}}', and all of these cells are blank",
      severity: 'minor',
      certainty: 'hint',
    },
  },
  *check({ model, facts, looked, notChecked }) {
    const budget = { cells: MOST_CELLS };
    for (const group of facts(formulaGroups)) {
      if (!AGGREGATES.test(group.code)) continue;
      looked({ formulas: group.count });
      const found = blankRange(model, group, budget);
      if (!found) continue;
      yield {
        messageId: isBeyond(found, budget) ? 'beyond' : 'blank',
        data: { formula: group.formula, range: rangeAddress(found.range), sheet: found.sheet.name },
        at: { kind: 'cell', sheet: group.sheet.name, range: cellAddress(group.row, group.column) },
        group: `${group.sheet.name} ${found.sheet.name}`,
      };
    }
    if (budget.cells <= 0) notChecked('limit', 'The formulas look at more cells than are looked up for this.');
  },
});

const AGGREGATES = /(?:^|[^A-Z.])(?:SUM|AVERAGE|COUNT|COUNTA|MAX|MIN|MEDIAN|SUBTOTAL|SUMIFS?|AVERAGEIFS?|COUNTIFS?|SUMPRODUCT)\(/i;
const MOST_CELLS = 5_000_000;

interface Budget {
  cells: number;
}

interface Target {
  readonly sheet: Sheet;
  readonly range: CellRange;
}

/** The first range of several cells, where all that the formula refers to is blank; names and the like may be anything. */
function blankRange(model: Workbook, { sheet, formula }: FormulaGroup, budget: Budget): Target | undefined {
  let first: Target | undefined;
  for (const token of formulaTokens(formula)) {
    if (UNCLEAR.has(token.type)) return undefined;
    if (token.type !== 'reference') continue;
    const target = token.sheet === undefined ? sheet : model.sheet(token.sheet);
    const { from, to } = token.corners;
    const range = {
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    };
    if (!target || target.cellCount === 0 || !isBlank({ sheet: target, range }, budget)) return undefined;
    if (range.top !== range.bottom || range.left !== range.right) first ??= { sheet: target, range };
  }
  return first;
}

const UNCLEAR: ReadonlySet<string> = new Set(['name', 'array', 'structured', 'external', 'several-sheets', 'unknown', 'error']);

function isBlank({ sheet, range }: Target, budget: Budget): boolean {
  for (let column = range.left; column <= Math.min(range.right, sheet.columnCount - 1); column += 1)
    for (let row = range.top; row <= Math.min(range.bottom, sheet.rowCount - 1); row += 1) {
      budget.cells -= 1;
      if (budget.cells <= 0 || sheet.kind(row, column) !== 'blank' || sheet.formulaId(row, column) !== 0) return false;
    }
  return true;
}

/** Its columns hold nothing in any row; or it begins below the last row of the sheet. */
function isBeyond({ sheet, range }: Target, budget: Budget): boolean {
  if (range.top >= sheet.rowCount) return true;
  return isBlank({ sheet, range: { ...range, top: 0, bottom: LAST_ROW } }, budget);
}
