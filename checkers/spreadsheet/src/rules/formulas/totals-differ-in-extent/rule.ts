import { cellAddress, defineRule, rangeAddress, type Rule } from '@preflag/core';
import { sumRanges } from '../../../facts/sum-ranges.ts';
import { totalRows, type TotalRowBreak } from '../../../facts/total-rows.ts';

/**
 * Compares totals that stand side by side in one row: the rows at which their ranges begin and end.
 * Does not catch: totals with more than one other column between them, totals of several ranges or with something added, and row totals
 * one below the other (`spreadsheet/inconsistent-formula` looks at these).
 * Known false alarms: columns that begin later on purpose, such as a year without an opening balance. Where each range ends with the
 * numbers of its own column, the finding is a hint.
 */
export const totalsDifferInExtent: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/totals-differ-in-extent',
  title: 'Totals side by side do not add up the same rows',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [sumRanges, totalRows],
  why: 'One of the totals leaves out a row, or takes in one too many, so that the columns cannot be compared and sums over them are wrong.',
  advice: 'Let all of these totals run over the same rows, or say beside them why they differ.',
  messages: {
    odd: 'The total {{name}}({{range}}) in {{cell}} does not run over the rows that the {{alike}} totals beside it do, such as {{name}}({{like}}) in {{neighbour}}: they differ in {{rows}}',
    several:
      'The totals in {{cells}} do not run over the same rows: {{name}}({{range}}) in {{cell}}, but {{name}}({{like}}) in {{neighbour}}; they differ in {{rows}}',
    tight: {
      text: 'The totals in {{cells}} do not run over the same rows: {{name}}({{range}}) in {{cell}}, but {{name}}({{like}}) in {{neighbour}}; each ends where the numbers of its column do',
      certainty: 'hint',
      severity: 'minor',
    },
  },
  *check({ facts, looked }) {
    for (const { top, bottom } of facts(sumRanges)) looked({ formulas: bottom - top + 1 });
    for (const found of facts(totalRows)) {
      const { sheet, row, left, right, odd, like } = found;
      const cells = rangeAddress({ top: row, bottom: row, left, right });
      const neighbour = cellAddress(row, like.column);
      yield {
        messageId: found.isTight ? 'tight' : found.isClear ? 'odd' : 'several',
        data: {
          cells,
          name: found.name,
          cell: cellAddress(row, odd.column),
          range: rangeAddress(odd.range),
          neighbour,
          like: rangeAddress(like.range),
          alike: found.likeCount,
          rows: differingRows(found),
        },
        at: { kind: 'cell', sheet: sheet.name, range: cells },
        related: [
          { at: { kind: 'cell', sheet: sheet.name, range: neighbour }, label: `the total that runs over other rows, in ${neighbour}` },
        ],
        group: `${sheet.name} ${row}`,
      };
    }
  },
});

/** `row 217`, or `rows 7 to 9 and row 30`: what one of the two ranges has and the other has not. */
function differingRows({ odd, like }: TotalRowBreak): string {
  const [a, b] = [odd.range, like.range];
  if (a.top > b.bottom || b.top > a.bottom) return `${rowsText(a.top, a.bottom)} and ${rowsText(b.top, b.bottom)}`;
  const parts = [
    ...(a.top === b.top ? [] : [rowsText(Math.min(a.top, b.top), Math.max(a.top, b.top) - 1)]),
    ...(a.bottom === b.bottom ? [] : [rowsText(Math.min(a.bottom, b.bottom) + 1, Math.max(a.bottom, b.bottom))]),
  ];
  return parts.join(' and ');
}

function rowsText(first: number, last: number): string {
  return first === last ? `row ${first + 1}` : `rows ${first + 1} to ${last + 1}`;
}
