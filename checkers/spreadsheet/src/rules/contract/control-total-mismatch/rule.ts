import { defineRule, rangeAddress, type ControlTotal, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { tablesOf } from '@preflag/readers/sheets';
import { tableSheet } from '../../../facts/table-sheet.ts';
import { selectCells, type Selected, type Sheets } from '../../../select-cells.ts';

/**
 * Compares cached values, and in a csv what a spreadsheet program takes its cells for. Does not catch: a total that fits by chance, and details that are wrong themselves.
 * Known false alarms: details with rows that the total leaves out on purpose; name the range in the job then.
 */
export const controlTotalMismatch: Rule<'workbook' | 'table', unknown, readonly ControlTotal[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly ControlTotal[]
>({
  id: 'spreadsheet/control-total-mismatch',
  title: 'A total does not equal the sum of its details',
  severity: 'critical',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [tableSheet],
  demands: ['controlTotals'],
  why: 'Two figures of one delivery contradict each other, and whoever relies on the total relies on a wrong one.',
  advice: "Find the rows that the total of '{{label}}' misses or counts twice, and let a formula compute it.",
  messages: {
    mismatch: "The total of '{{label}}' is {{total}}, and its details sum up to {{sum}} (difference {{difference}})",
    text: {
      text: "The total of '{{label}}' is the text '{{found}}' and not a number",
      advice: 'Write the total as a number or a formula.',
    },
    unfound: {
      text: "The total of '{{label}}' cannot be compared: {{missing}} is not there",
      advice: 'Put {{missing}} where the job expects it.',
    },
  },
  asks: ({ controlTotals }) => controlTotals,
  *check({ model, asked, facts, looked, notChecked }) {
    const held = model.kind === 'table' ? facts(tableSheet) : undefined;
    if (held && 'reason' in held) {
      notChecked('limit', held.reason);
      return;
    }
    const sheets = model.kind === 'workbook' ? model : oneSheet(held?.sheet);
    for (const { label, detail, total, tolerance } of asked) {
      const [details, sum] = [selectCells(sheets, detail), selectCells(sheets, total)];
      const missing = 'missing' in details ? details.missing : 'missing' in sum ? sum.missing : undefined;
      if (missing !== undefined || 'missing' in details || 'missing' in sum) {
        yield { messageId: 'unfound', data: { label, missing: missing ?? '' }, at: { kind: 'file' }, key: label };
        continue;
      }
      const at = { kind: 'cell', sheet: sum.sheet.name, range: rangeAddress(sum.range) } as const;
      const [added, expected] = [addUp(details), addUp(sum)];
      const uncounted = [...added.uncounted, ...expected.uncounted];
      const [text] = expected.texts;
      if (text !== undefined && expected.numbers === 0) yield { messageId: 'text', data: { label, found: text }, at, key: label };
      else if (uncounted.length > 0 || expected.numbers === 0)
        notChecked('nothing-to-check', `'${label}': ${uncounted[0] ?? 'the total is blank'}; write the file with its values calculated.`);
      else {
        looked({ totals: 1, cells: added.numbers });
        const difference = expected.sum - added.sum;
        if (Math.abs(difference) > tolerance + Math.abs(expected.sum) * 1e-12) {
          yield {
            messageId: 'mismatch',
            data: { label, total: tidy(expected.sum), sum: tidy(added.sum), difference: tidy(difference) },
            at,
            expected: tidy(added.sum).toLocaleString('en-US', { maximumFractionDigits: 10 }),
            related: [
              {
                at: { kind: 'cell', sheet: details.sheet.name, range: rangeAddress(details.range) },
                label: `the details, ${added.numbers} numbers on '${details.sheet.name}' in ${rangeAddress(details.range)}`,
              },
            ],
            key: label,
          };
        }
      }
    }
  },
});

/** The sheet of a csv, whatever a job calls it: there is no other. */
function oneSheet(sheet: Sheet | undefined): Sheets {
  return { sheets: sheet ? [sheet] : [], sheet: () => sheet };
}

interface Sum {
  readonly sum: number;
  readonly numbers: number;
  readonly texts: readonly string[];
  /** Why the sum is not to be relied on. */
  readonly uncounted: readonly string[];
}

/** Adds the numbers of a range, rows that are totals themselves left out. Kahan's summation, so that many small amounts stay exact. */
function addUp({ sheet, range }: Selected): Sum {
  const totals = range.top === range.bottom ? new Set<number>() : new Set(tablesOf(sheet).flatMap(({ totalRows }) => totalRows));
  let [sum, lost, numbers] = [0, 0, 0];
  const [texts, uncounted]: [string[], string[]] = [[], []];
  for (let row = range.top; row <= Math.min(range.bottom, sheet.rowCount - 1); row += 1) {
    if (totals.has(row)) continue;
    for (let column = range.left; column <= Math.min(range.right, sheet.columnCount - 1); column += 1) {
      const kind = sheet.kind(row, column);
      if (kind === 'number') {
        const term = sheet.number(row, column) - lost;
        const next = sum + term;
        lost = next - sum - term;
        sum = next;
        numbers += 1;
      } else if (kind === 'string') texts.push(sheet.text(row, column));
      else if (kind === 'error') uncounted.push(`a cell shows ${sheet.text(row, column)}`);
      else if (kind === 'blank' && sheet.formula(row, column) !== undefined) uncounted.push('a formula has no cached value');
    }
  }
  return { sum, numbers, texts, uncounted };
}

/** Without the digits that binary fractions add. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
