import { defineRule, type Problem, type Rule } from '@preflag/core';
import type { Sheet, Update } from '@preflag/readers';
import { updateDiff } from '../../../facts/update-diff.ts';
import { sheetPairs, workbooksOf } from '../../../sheet-pairs.ts';

/**
 * Compares what a sheet declares before and after: data validations and conditional formats by what they demand, not by where they stand,
 * names and tables by their name. What was lost with its whole sheet is data-update/row-lost.
 * Does not catch: validations that cover fewer cells than before, and names that refer to other cells.
 * Known false alarms: updates that were meant to take them away.
 */
export const validationOrNameLost: Rule<'update'> = defineRule({
  id: 'data-update/validation-or-name-lost',
  title: 'A validation, conditional format, name or table is gone',
  severity: 'important',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'The client built it into the workbook; programs that write workbooks drop it without a word.',
  advice: 'Put it back as it was, or edit the original file with a program that keeps it.',
  messages: {
    validation: "The data validation on '{{sheet}}' that allows only {{what}} is gone",
    conditional: { text: "{{count}} of {{all}} conditional formats on '{{sheet}}' are gone", severity: 'minor' },
    name: "The name '{{name}}', which referred to {{was}}, is gone",
    table: "The table '{{name}}' on '{{sheet}}' is gone; its cells are plain cells now",
  },
  *check({ model, facts, looked }) {
    for (const { before, after } of sheetPairs(model, facts(updateDiff))) {
      const { conditionalFormats, tables } = before.parts;
      looked({ sheets: 1 });
      yield* lostValidations(before, after);
      const gone = conditionalFormats.length - after.parts.conditionalFormats.length;
      if (gone > 0 && after.parts.conditionalFormats.length < conditionalFormats.length / 2)
        yield {
          messageId: 'conditional',
          data: { count: gone, all: conditionalFormats.length, sheet: after.name },
          at: { kind: 'file' },
          key: `conditional formats of ${before.name}`,
        };
      for (const { name } of tables)
        if (!model.after.some(({ parts }) => parts.tables.some((table) => sameName(table.name, name))))
          yield { messageId: 'table', data: { name, sheet: after.name }, at: { kind: 'file' }, key: `table ${name}` };
    }
    yield* lostNames(model);
  },
});

function* lostValidations(before: Sheet, after: Sheet): Generator<Problem> {
  const left = new Set(after.parts.validations.map(signatureOf));
  const reported = new Set<string>();
  for (const validation of before.parts.validations) {
    const signature = signatureOf(validation);
    if (validation.type === 'none' || validation.ranges.length === 0 || left.has(signature) || reported.has(signature)) continue;
    reported.add(signature);
    const { type, formula1, formula2 } = validation;
    const what = `${type === 'textLength' ? 'length' : type} ${formula1}${formula2 === '' ? '' : ` … ${formula2}`}`;
    yield {
      messageId: 'validation',
      data: { sheet: after.name, what },
      at: { kind: 'file' },
      key: `validation ${before.name} ${signature}`,
    };
  }
}

/** What a validation demands, without the numbers of rows, which shift when rows come and go. */
function signatureOf({ type, operator, formula1, formula2 }: Sheet['parts']['validations'][number]): string {
  const bare = (formula: string): string => (formula.startsWith('"') ? formula : formula.replaceAll(/(\$?[A-Z]{1,3}\$?)\d+/g, '$1#'));
  return [type, type === 'list' ? '' : operator, bare(formula1), bare(formula2)].join('\u001f');
}

function* lostNames(model: Update): Generator<Problem> {
  const books = workbooksOf(model);
  if (!books) return;
  for (const { name, refersTo, hidden, sheet } of books.before.names) {
    // Names that programs make for themselves come and go; a name that was broken is no loss, nor one of a sheet that is gone.
    if (hidden || name.startsWith('_xlnm.') || refersTo.includes('#REF!') || (sheet !== undefined && !books.after.sheet(sheet))) continue;
    if (books.after.names.some((other) => sameName(other.name, name))) continue;
    yield { messageId: 'name', data: { name, was: refersTo }, at: { kind: 'file' }, key: `name ${name}` };
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
