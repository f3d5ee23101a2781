import { cellAddress, defineRule, type Rule } from '@preflag/core';
import { formulaSyntax } from '../../../facts/formula-syntax.ts';
import { functionKind } from '../../../function-names.ts';

/**
 * Compares the functions that formulas call with those of the file format, where newer ones have a prefix that programs hide.
 * Does not catch: functions that the client's older program does not have, and wrong numbers of arguments.
 * Known false alarms: functions of add-ins, which cannot be told from misspelt ones, so that an unknown name is only likely. Cells that
 * show `#NAME?` already are left to spreadsheet/error-value, and names in workbooks with programs (VBA) are not judged.
 */
export const unknownFunction: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/unknown-function',
  title: 'A formula calls a function that the program will not know',
  severity: 'critical',
  certainty: 'certain',
  reads: 'workbook',
  facts: [formulaSyntax],
  why: 'As soon as the client calculates the workbook the cell shows #NAME?, and so does everything that uses it.',
  advice: 'Write the function under its English name, or use another one that every program has.',
  messages: {
    'prefix-missing': {
      text: 'The function {{name}} in ={{formula}} is stored without the prefix _xlfn. that the file format asks for, and shows #NAME? until somebody types it anew',
      advice: 'Store it as _xlfn.{{name}}, or use functions that Excel has had since 2007.',
    },
    unknown: { text: 'There is no function {{name}}, which ={{formula}} calls', certainty: 'likely' },
    'other-program': {
      text: 'The formula in {{cell}} works in Google Sheets only; elsewhere it keeps the value that it had when it was exported',
      certainty: 'likely',
      severity: 'important',
      advice: 'Replace it with functions that every program has, or with its values, and say so.',
    },
  },
  *check({ model, facts, looked, notChecked }) {
    const named = new Set(model.names.map(({ name }) => name.toUpperCase()));
    if (model.hasMacros) notChecked('needs-person', 'The workbook brings programs along, whose functions are not known here.');
    const reported = new Set<string>();
    for (const { group, functions } of facts(formulaSyntax)) {
      looked({ formulas: group.count });
      for (const name of functions) {
        const kind = functionKind(name);
        const upper = name.toUpperCase();
        const { sheet, row, column, formula } = group;
        if (kind === 'known' || named.has(upper) || reported.has(`${sheet.name} ${upper}`)) continue;
        if (kind === 'unknown' && (model.hasMacros || sheet.text(row, column) === '#NAME?')) continue;
        reported.add(`${sheet.name} ${upper}`);
        const cell = cellAddress(row, column);
        yield {
          messageId: kind,
          data: { name: upper, formula, cell },
          at: { kind: 'cell', sheet: sheet.name, range: cell },
          group: upper,
        };
      }
    }
  },
});
