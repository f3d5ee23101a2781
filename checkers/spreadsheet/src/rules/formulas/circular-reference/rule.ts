import { cellAddress, defineRule, type Location, type Rule } from '@preflag/core';
import { recalculation } from '../../../facts/recalculation.ts';

/**
 * Follows what formulas refer to, and finds those that come back to where they began. The text of the formulas is enough: nothing is computed.
 * Does not catch: circles through names of formulas, tables by name, INDIRECT and OFFSET.
 * Known false alarms: circles through a branch that is never computed are only likely. Workbooks that allow circles are not checked.
 */
export const circularReference: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/circular-reference',
  title: 'Formulas refer to themselves in a circle',
  severity: 'critical',
  certainty: 'certain',
  reads: 'workbook',
  facts: [recalculation],
  why: 'A spreadsheet program warns as soon as the file is opened, and shows 0 or an old value where the result should be.',
  advice: 'Take the cell out of what its own formula refers to.',
  messages: {
    self: 'The formula ={{formula}} refers to its own cell',
    circle: '{{count}} formulas refer to each other in a circle: {{path}}',
    maybeSelf: { text: 'One branch of the formula ={{formula}} refers to its own cell', certainty: 'likely' },
    maybeCircle: { text: '{{count}} formulas refer to each other in a circle, by way of a branch: {{path}}', certainty: 'likely' },
  },
  *check({ model, facts, looked, notChecked }) {
    const { result, left } = facts(recalculation);
    if (model.calculation.iterate) {
      notChecked('format', 'The workbook allows circular references: iterative calculation is on.');
      return;
    }
    if (!result) {
      if (left) notChecked(left.code, left.text);
      return;
    }
    looked({ formulas: result.graph.nodes.length });
    for (const { members, path, always } of result.circles) {
      const places = path.map((id) => {
        const { sheet: index, row, column } = result.graph.nodes[id]!;
        const sheet = model.sheets[index]!;
        const at: Location = { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) };
        return { at, formula: sheet.formula(row, column) ?? '', name: model.sheets.length > 1 ? `${sheet.name}!${at.range}` : at.range };
      });
      const [first, ...others] = places;
      if (!first) continue;
      const shown = [...places.slice(0, MOST_SHOWN), ...(places.length > MOST_SHOWN ? [{ name: '…' }] : []), first];
      const isSelf = members.length === 1;
      yield {
        messageId: isSelf ? (always ? 'self' : 'maybeSelf') : always ? 'circle' : 'maybeCircle',
        data: { formula: first.formula, count: members.length, path: shown.map(({ name }) => name).join(' → ') },
        at: first.at,
        related: others.slice(0, MOST_SHOWN).map(({ at, formula }) => ({ at, label: `=${formula}` })),
      };
    }
  },
});

const MOST_SHOWN = 6;
