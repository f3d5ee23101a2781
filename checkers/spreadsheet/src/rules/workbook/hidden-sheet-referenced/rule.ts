import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { formulaGroups } from '../../../facts/formula-groups.ts';

/**
 * One finding per hidden sheet. Hidden sheets that nothing refers to are spreadsheet/hidden-data.
 * Does not catch: references through names and INDIRECT.
 * Known false alarms: lists and settings that are hidden on purpose, which is common.
 */
export const hiddenSheetReferenced: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/hidden-sheet-referenced',
  title: 'Results come from a hidden sheet',
  severity: 'minor',
  certainty: 'hint',
  reads: 'workbook',
  facts: [formulaGroups],
  why: 'The client sees results and not what they are made from, and cannot check or update them.',
  advice: "Unhide '{{sheet}}', or say on a visible sheet what it holds.",
  messages: { hidden: "The formula ={{formula}} takes its value from the hidden sheet '{{sheet}}'; {{count}} cells do so in all" },
  *check({ model, facts, looked }) {
    const formulas = model.sheets.reduce((sum, sheet) => sum + sheet.formulaCount, 0);
    if (formulas === 0) return;
    looked({ formulas });
    for (const { name, state, cellCount } of model.sheets) {
      if (state === 'visible' || cellCount === 0) continue;
      const isUser = referenceTo(name);
      const users = facts(formulaGroups).filter(({ sheet, code }) => sheet.state === 'visible' && isUser(code));
      const [first] = users;
      if (!first) continue;
      yield {
        messageId: 'hidden',
        data: { formula: first.formula, sheet: name, count: users.reduce((sum, { count }) => sum + count, 0) },
        at: { kind: 'cell', sheet: first.sheet.name, range: cellAddress(first.row, first.column) },
        key: name,
      };
    }
  },
});

/** Tells formulas with a reference to a sheet: by its name, or by its name in quotes, whose own quotes are doubled. */
function referenceTo(name: string): (code: string) => boolean {
  const quoted = `'${name.replaceAll("'", "''")}'!`.toLowerCase();
  const bare = `${name}!`.toLowerCase();
  return (code) => {
    const text = code.toLowerCase();
    if (text.includes(quoted)) return true;
    const at = text.indexOf(bare);
    return at >= 0 && !/[\w'\]]/.test(text[at - 1] ?? '');
  };
}
