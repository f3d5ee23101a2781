import { defineRule, type Rule } from '@preflag/core';
import { dataGrids, isDataKind } from '../../../facts/data-grids.ts';
import { dataValues } from '../../../facts/data-values.ts';
import { figures } from '../../../facts/figures.ts';
import { tables } from '../../../facts/tables.ts';
import { dataClaims } from '../../../facts/data-claims.ts';
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
      if (!isDataKind(file.model.kind)) {
        notChecked('format', `Figures are compared with workbooks, csv and json; ${name} is none of them.`);
        continue;
      }
      const { names, gap } = file.facts(dataValues);
      if (gap !== '') notChecked('limit', gap);
      for (const one of names) {
        for (const claim of dataClaims(facts(tables), facts(figures).blocks, one)) {
          const { figure, amount, labels, block, isProse, values, isContradicted } = claim;
          looked({ figures: 1 });
          if (!isContradicted) continue;
          const at = isProse ? model.locate(block, figure.start, figure.end - figure.start) : model.locate(block);
          const row = labels.map(({ text }) => text).join(', ');
          yield {
            messageId: isProse ? 'prose' : values.length === 1 ? 'cell' : 'group',
            data: { column: amount.name, row, found: figure.text, expected: showNumber(values[0] ?? Number.NaN), file: name },
            at,
          };
        }
      }
    }
  },
});
