import { defineRule, type Location, type Problem, type Rule, type RuleContext } from '@preflag/core';
import { dataGrids } from '../../../facts/data-grids.ts';
import { dataValues } from '../../../facts/data-values.ts';
import { figures } from '../../../facts/figures.ts';
import { tables, type TextTable } from '../../../facts/tables.ts';
import type { Figure } from '../../../numbers/find-figures.ts';
import type { GridNames } from '../../../numbers/grid-names.ts';
import { isQuote, namedValues } from '../../../numbers/named-values.ts';
import { readClaims } from '../../../numbers/read-claims.ts';
import { showNumber } from '../../../numbers/show-number.ts';

/**
 * Compares figures with the data where the report names row and column by the words of the data: in tables by their labels and headers,
 * in prose by a clause that has both. Values, sums, means, extremes and counts of the rows that are named are right, in any scale.
 * Does not catch: rows and columns under other names, changes and shares (report-structure/untraceable-figure looks them up).
 * Known false alarms: in prose, figures for a part of the rows that the clause does not name.
 */
export const contradictsData: Rule<'document'> = defineRule({
  id: 'report-structure/contradicts-data',
  title: 'A figure contradicts the data',
  severity: 'critical',
  certainty: 'certain',
  reads: 'document',
  needs: ['data'],
  facts: [figures, tables, dataGrids, dataValues],
  why: 'The client acts on a figure that the data refutes.',
  advice: "Write what the data says: '{{column}}' of {{row}} is {{expected}}.",
  messages: {
    cell: "'{{column}}' of {{row}} is {{found}} here and {{expected}} in {{file}}",
    group: { text: "'{{column}}' of {{row}} is {{found}} here; in {{file}} its rows add up to {{expected}}", certainty: 'likely' },
    prose: { text: "'{{column}}' of {{row}} is said to be {{found}}; it is {{expected}} in {{file}}", certainty: 'likely' },
  },
  *check({ model, facts, data, looked, notChecked }) {
    for (const [name, file] of data) {
      if ('unread' in file) {
        notChecked('unreadable', file.unread);
        continue;
      }
      if (file.model.kind !== 'workbook' && file.model.kind !== 'table') {
        notChecked('format', `Figures are compared with workbooks and csv files; ${name} is neither.`);
        continue;
      }
      const { names, gap } = file.facts(dataValues);
      if (gap !== '') notChecked('limit', gap);
      for (const one of names) {
        for (const table of facts(tables)) yield* inTable(table, one, name, model, looked);
        for (const { block, figures: all } of facts(figures).blocks) {
          for (const { figure, amount, rows, labels } of readClaims(block.prose, all, block.path, one)) {
            if (figure.unit === 'pp') continue;
            const at = model.locate(block, figure.start, figure.end - figure.start);
            yield* compare({ figure, amount, rows, row: labels.map(({ text }) => text).join(', '), file: name, at, isProse: true }, looked);
          }
        }
      }
    }
  },
});

interface Claimed {
  readonly figure: Figure;
  readonly amount: Parameters<typeof namedValues>[0];
  readonly rows: readonly number[];
  readonly row: string;
  readonly file: string;
  readonly at: Location;
  readonly isProse: boolean;
}

type Looked = RuleContext['looked'];

function* inTable(
  { header, rows }: TextTable,
  names: GridNames,
  file: string,
  model: { locate: RuleContext<'document'>['model']['locate'] },
  looked: Looked,
): Generator<Problem> {
  const amounts = header.map((text) => names.amount(text));
  if (amounts.every((amount) => amount === undefined)) return;
  for (const cells of rows) {
    const named = cells.flatMap((cell) =>
      cell && !cell.figure ? names.label(cell.text) : names.label(cell?.text ?? '').filter(() => cell === cells[0]),
    );
    const found = names.rowsWith(named);
    if (found.rows.length === 0) continue;
    for (const [column, cell] of cells.entries()) {
      const amount = amounts[column];
      if (!cell?.figure || !amount) continue;
      const { figure, block } = cell;
      yield* compare(
        {
          figure,
          amount,
          rows: found.rows,
          row: found.labels.map(({ text }) => text).join(', '),
          file,
          at: model.locate(block),
          isProse: false,
        },
        looked,
      );
    }
  }
}

function* compare({ figure, amount, rows, row, file, at, isProse }: Claimed, looked: Looked): Generator<Problem> {
  const values = namedValues(amount, rows);
  const [first] = values;
  if (first === undefined) return;
  looked({ figures: 1 });
  if (values.some((value) => isQuote(figure, value)) || (figure.isPlain && figure.value === rows.length)) return;
  yield {
    messageId: isProse ? 'prose' : values.length === 1 ? 'cell' : 'group',
    data: { column: amount.name, row, found: figure.text, expected: showNumber(first), file },
    at,
  };
}
