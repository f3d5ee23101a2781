import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { formulaGroups, type FormulaGroup } from '../../../facts/formula-groups.ts';

/**
 * Does not catch: links from charts, and links whose formulas were replaced by their values.
 * Known false alarms: workbooks that are delivered together with the one that they refer to.
 */
export const externalLink: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/external-link',
  title: 'Formulas take values from a file that was not delivered',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [formulaGroups],
  why: 'The client cannot open the other file, so that the values are old ones and turn into errors when they are updated.',
  advice: 'Bring the values into this workbook, and say where they come from.',
  messages: {
    used: 'The formula ={{formula}} takes its value from another file, {{target}}, as do {{count}} cells in all',
    named: { text: "The name '{{name}}' refers to another file, {{target}}", severity: 'minor' },
    unused: { text: 'The workbook has a link to another file, {{target}}, that no formula uses', severity: 'minor', certainty: 'hint' },
  },
  *check({ model, facts, looked }) {
    looked({ sheets: model.sheets.length });
    if (model.externalLinks.length === 0) return;
    const users = new Map<number, FormulaGroup[]>();
    for (const group of facts(formulaGroups))
      for (const number of linkNumbers(group.code)) {
        const known = users.get(number);
        if (known) known.push(group);
        else users.set(number, [group]);
      }
    for (const { number, target: whole } of model.externalLinks) {
      const target = fileNameOf(whole);
      const [first, ...others] = users.get(number) ?? [];
      const name = model.names.find(({ refersTo, hidden }) => !hidden && linkNumbers(refersTo).includes(number));
      if (first) {
        const count = first.count + others.reduce((sum, group) => sum + group.count, 0);
        yield {
          messageId: 'used',
          data: { formula: first.formula, target, count },
          at: { kind: 'cell', sheet: first.sheet.name, range: cellAddress(first.row, first.column) },
          key: target,
        };
      } else if (name) yield { messageId: 'named', data: { name: name.name, target }, at: { kind: 'file' }, key: target };
      else yield { messageId: 'unused', data: { target }, at: { kind: 'file' }, key: target };
    }
  },
});

/** The numbers of links in a formula: `[1]Sheet!A1` and `'[12]My sheet'!A1`. */
function linkNumbers(code: string): readonly number[] {
  if (!code.includes('[')) return [];
  return [...new Set([...code.matchAll(/(?<![\w\]])'?\[(\d+)\](?=[^\]]*?!)/g)].map((match) => Number(match[1])))];
}

/** A path says where somebody keeps the file; its name is enough. */
function fileNameOf(target: string): string {
  const name = target.split(/[/\\]/).at(-1) ?? '';
  try {
    return decodeURIComponent(name) || 'whose name is lost';
  } catch {
    return name;
  }
}
