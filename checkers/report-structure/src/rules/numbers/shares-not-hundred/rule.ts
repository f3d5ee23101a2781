import { defineRule, type Rule } from '@preflag/core';
import { totalWord } from '@preflag/readers/sheets';
import { figures } from '../../../facts/figures.ts';
import { tables, type TableCell, type TextTable } from '../../../facts/tables.ts';
import { showNumber } from '../../../numbers/show-number.ts';
import { noteUntoldTables } from '../../../note-untold-tables.ts';

/**
 * Adds up columns of percentages that are called shares, or that have a total of 100 %.
 * Does not catch: shares in prose, and columns that do not say that they are shares of one whole.
 * Known false alarms: shares of which the smallest are left out without a row for the rest.
 */
export const sharesNotHundred: Rule<'document'> = defineRule({
  id: 'report-structure/shares-not-hundred',
  title: 'Shares of a whole do not add up to 100 %',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [figures, tables],
  why: 'A part is missing or counted twice, or one of the shares is wrong.',
  advice: 'Compute the shares anew, or say what is left out.',
  messages: { sum: "The shares under '{{column}}' add up to {{sum}} %" },
  *check(context) {
    const { model, facts, looked } = context;
    noteUntoldTables(context);
    const { locale } = facts(figures);
    for (const table of facts(tables)) {
      for (const { column, first, sum, slack } of sharesIn(table)) {
        looked({ columns: 1 });
        if (Math.abs(sum - 100) > slack)
          yield { messageId: 'sum', data: { column, sum: showNumber(sum, locale, 0.1) }, at: model.locate(first.block), key: column };
      }
    }
  },
});

const SHARE = /(?<!market )\b(?:share|% of (?:total|all)|percent(?:age)? of (?:total|all)|proportion|breakdown|split)\b|anteil|占比|比重/iu;
/** Answers of which several may be given, and shares of each row's own whole. */
const SEVERAL = /multiple|several|mehrfach|多选|market share|marktanteil|change|veränderung|within|per\b/iu;
const LEAST = 3;
/** Shares that are this far from a whole were never meant to be all of it. */
const FARTHEST = 20;

function* sharesIn({ header, rows }: TextTable): Generator<{ column: string; first: TableCell; sum: number; slack: number }> {
  const parts = rows.filter((row) => totalWord(row[0]?.text ?? '') === 'no');
  const total = rows.find((row) => totalWord(row[0]?.text ?? '') === 'is');
  for (const [index, column] of header.entries()) {
    const cells = parts.flatMap((row) => row[index] ?? []);
    const shares = cells.filter((cell) => cell.figure?.unit === '%' || (cell.figure?.unit === '' && column.includes('%')));
    const [first] = shares;
    if (index === 0 || !first || shares.length < LEAST || shares.length !== cells.filter(({ isBlank }) => !isBlank).length) continue;
    const isWhole = total?.[index]?.figure?.value === 100;
    if ((!isWhole && !SHARE.test(column)) || SEVERAL.test(header.join(' '))) continue;
    const sum = shares.reduce((all, { figure }) => all + (figure?.value ?? 0), 0);
    if (!isWhole && (Math.abs(sum - 100) > FARTHEST || shares.some(({ figure }) => (figure?.value ?? 0) < 0))) continue;
    yield { column, first, sum, slack: shares.reduce((all, { figure }) => all + (figure?.step ?? 0) / 2, 0) + 1e-6 };
  }
}
