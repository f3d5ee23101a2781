import { defineRule, type Rule } from '@preflag/core';

/**
 * Does not catch: hidden rows and columns, and white text.
 * Known false alarms: lists behind drop-down cells and other helpers that are hidden on purpose.
 */
export const hiddenData: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/hidden-data',
  title: 'A hidden sheet holds data',
  severity: 'minor',
  certainty: 'hint',
  reads: 'workbook',
  why: 'The client gets data without knowing it, which may be drafts, or figures that were not meant for them.',
  advice: 'Delete the sheet, unhide it, or tell the client what it is for.',
  messages: {
    hidden: "The sheet '{{sheet}}' is hidden and holds {{cells}} cells",
    veryHidden: "The sheet '{{sheet}}' is hidden so that the menu does not show it, and holds {{cells}} cells",
  },
  *check({ model, looked }) {
    for (const { name, state, cellCount } of model.sheets) {
      looked({ sheets: 1 });
      if (state === 'visible' || cellCount === 0) continue;
      yield { messageId: state, data: { sheet: name, cells: cellCount }, at: { kind: 'file' }, key: name };
    }
  },
});
