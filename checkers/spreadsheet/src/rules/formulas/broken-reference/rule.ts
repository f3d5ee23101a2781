import { defineRule, rangeAddress, type Rule } from '@preflag/core';
import { formulaCells, hasBrokenReference } from '../../../facts/formula-cells.ts';

/**
 * Looks at the text of formulas and names, so that it also finds what hides behind IFERROR or an old cached value.
 * Does not catch: references to the wrong cells, and to other workbooks that are gone.
 * Known false alarms: none; spreadsheets write #REF! only where what was referred to was deleted. Names that programs hide are left out.
 */
export const brokenReference: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/broken-reference',
  title: 'A formula or name refers to cells that were deleted',
  severity: 'critical',
  certainty: 'certain',
  reads: 'workbook',
  facts: [formulaCells],
  why: 'The formula no longer uses the cells that it was made for, and its result is wrong or will be after the next calculation.',
  advice: 'Write the reference again, to the cells that were meant.',
  messages: {
    formula: 'The formula ={{formula}} refers to cells that were deleted (#REF!)',
    name: {
      text: "The name '{{name}}' refers to cells that were deleted: {{found}}",
      severity: 'minor',
      advice: "Let the name '{{name}}' refer to the right cells, or delete it if nothing uses it.",
    },
  },
  *check({ model, facts, looked }) {
    looked({ names: model.names.length });
    for (const sheet of model.sheets) looked({ formulas: sheet.formulaCount });
    for (const { sheet, range, formula } of facts(formulaCells).broken)
      yield {
        messageId: 'formula',
        data: { formula },
        at: { kind: 'cell', sheet: sheet.name, range: rangeAddress(range) },
        group: sheet.name,
      };
    for (const { name, refersTo, hidden } of model.names) {
      if (hidden || name.startsWith('_xlnm.') || !hasBrokenReference(refersTo)) continue;
      yield { messageId: 'name', data: { name, found: refersTo }, at: { kind: 'file' }, key: `name ${name}`, group: 'names' };
    }
  },
});
