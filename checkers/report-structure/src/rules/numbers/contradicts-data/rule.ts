import { defineRule, type Problem, type Rule } from '@preflag/core';
import { dataGrids, isDataKind } from '../../../facts/data-grids.ts';
import { dataValues } from '../../../facts/data-values.ts';
import { figures } from '../../../facts/figures.ts';
import { tables } from '../../../facts/tables.ts';
import { dataClaims, type DataClaim } from '../../../facts/data-claims.ts';
import type { GridNames } from '../../../numbers/grid-names.ts';
import { showNumber } from '../../../numbers/show-number.ts';
import { figureData } from '../../../figure-data.ts';

/**
 * Compares figures with the data where the report names row and column by the words of the data: in tables by their labels and headers,
 * in prose by a clause that has both. Values, sums, means, extremes and counts of the rows that are named are right, in any scale; so are
 * shares of a whole (`23.5 % of revenue`), and changes from one to another (`from Q1 to Q2`).
 * Does not catch: rows and columns under other names (report-structure/untraceable-figure looks figures up).
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
    share: {
      text: "The share of {{row}} in '{{column}}' is said to be {{found}}; by {{file}} it is {{expected}}",
      certainty: 'likely',
      advice: 'Write the share that the data gives: {{expected}}.',
    },
    change: {
      text: "The change of '{{column}}' from {{row}} is said to be {{found}}; by {{file}} it is {{expected}}",
      certainty: 'likely',
      advice: 'Write the change that the data gives: {{expected}}.',
    },
  },
  *check({ model, facts, data: files, deliverable, looked, notChecked }) {
    const data = figureData(files, deliverable);
    if (data.size === 0) notChecked('no-data', 'It needs a data file.');
    const { locale, blocks } = facts(figures);
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
        for (const claim of dataClaims(facts(tables), blocks, one)) {
          looked({ figures: 1 });
          if (!claim.isContradicted) continue;
          const { kind, block, figure } = claim;
          const at = kind === 'cell' ? model.locate(block) : model.locate(block, figure.start, figure.end - figure.start);
          yield { ...messageOf(claim, name, locale), at, related: dataPlace(claim, one, name) };
        }
      }
    }
  },
});

/** The cell of the data, or the first of several. */
function dataPlace({ rows, amount }: DataClaim, { grid }: GridNames, file: string): NonNullable<Problem['related']> {
  const at = rows[0] === undefined ? undefined : grid.place?.(rows[0], amount.column);
  if (!at) return [];
  const more = rows.length === 1 ? '' : ` and ${rows.length - 1} more ${rows.length === 2 ? 'row' : 'rows'}`;
  return [{ file, at, label: `the data in ${at.range}${more}` }];
}

function messageOf({ kind, figure, amount, labels, values }: DataClaim, file: string, locale: string): Pick<Problem, 'messageId' | 'data'> {
  const [expected = Number.NaN] = values;
  const texts = labels.map(({ text }) => text);
  const data = { column: amount.name, row: texts.join(', '), found: figure.text, file };
  if (kind === 'share') return { messageId: kind, data: { ...data, expected: `${showNumber(expected, locale)} %` } };
  if (kind === 'change')
    return { messageId: kind, data: { ...data, row: texts.join(' to '), expected: `${showNumber(expected, locale)} %` } };
  return {
    messageId: kind === 'cell' && values.length > 1 ? 'group' : kind,
    data: { ...data, expected: showNumber(expected, locale, 0.01) },
  };
}
