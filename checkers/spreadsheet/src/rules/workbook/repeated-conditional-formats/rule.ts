import { defineRule, type Rule } from '@preflag/core';
import type { ConditionalFormat, DataValidation } from '@preflag/readers';

/**
 * Counts conditional formats and validations that say the same for many small ranges of a sheet, as copying rows leaves them.
 * Does not catch: styles and names by the thousand, and formats that reach far beyond the data.
 * Known false alarms: none are known; the sheet works, so that all of these findings are hints.
 */
export const repeatedConditionalFormats: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/repeated-conditional-formats',
  title: 'A sheet holds the same conditional format or validation again and again',
  severity: 'minor',
  certainty: 'hint',
  reads: 'workbook',
  why: 'The workbook gets slow, and a change of the rule must be made in every copy of it.',
  advice: 'Delete them, and set one for the whole range.',
  messages: {
    formats: "The sheet '{{sheet}}' has {{count}} conditional formats, of which only {{distinct}} are different",
    validations: "The sheet '{{sheet}}' has {{count}} data validations, of which only {{distinct}} are different",
  },
  *check({ model, looked }) {
    for (const { name: sheet, parts } of model.sheets) {
      const { conditionalFormats, validations } = parts;
      if (conditionalFormats.length + validations.length === 0) continue;
      looked({ formats: conditionalFormats.length, validations: validations.length });
      const lists = [
        ['formats', conditionalFormats.map(signatureOfFormat)],
        ['validations', validations.map(signatureOfValidation)],
      ] as const;
      for (const [messageId, signatures] of lists) {
        const [count, distinct] = [signatures.length, new Set(signatures).size];
        if (count < FEWEST || distinct * COPIES > count) continue;
        yield { messageId, data: { sheet, count, distinct }, at: { kind: 'file' }, key: `${messageId} of ${sheet}` };
      }
    }
  },
});

const FEWEST = 100;
const COPIES = 10;

function signatureOfFormat({ type, operator, formulas }: ConditionalFormat): string {
  return [type, operator ?? '', ...formulas.map(withoutRows)].join('\u001f');
}

function signatureOfValidation({ type, operator, formula1, formula2 }: DataValidation): string {
  return [type, operator, withoutRows(formula1), withoutRows(formula2)].join('\u001f');
}

/** References move with the rows that are copied. */
function withoutRows(formula: string): string {
  return formula.replaceAll(/(\$?[A-Z]{1,3}\$?)\d+/g, '$1#');
}
