import { defineRule, type Rule } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import { updateDiff } from '../../../facts/update-diff.ts';
import { sheetPairs, workbooksOf } from '../../../sheet-pairs.ts';

/**
 * Counts charts, pictures, pivot tables, comments and hyperlinks of each sheet, and looks at threads that became plain comments, at the
 * protection of the sheet, its filter, its frozen rows, how it is printed, and whether formulas may spill.
 * Does not catch: shapes and text boxes, and a chart that was exchanged for another one.
 * Known false alarms: comments that were answered and taken away, and what was meant to go.
 */
export const partLost: Rule<'update'> = defineRule({
  id: 'data-update/part-lost',
  title: 'Charts, comments, filters or other parts of a sheet are gone',
  severity: 'important',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  facts: [updateDiff],
  why: 'Programs that write workbooks drop what they do not know, and the client gets a workbook without it.',
  advice: 'Put it back: edit the original file with a program that keeps it.',
  messages: {
    lost: "{{lost}} of {{all}} {{what}} on '{{sheet}}' are gone",
    links: { text: "{{lost}} of {{all}} {{what}} on '{{sheet}}' are gone", severity: 'minor' },
    threads: "The {{all}} comments in threads on '{{sheet}}' are no threads any more: people can no longer answer or resolve them",
    protection: "The sheet '{{sheet}}' was protected and is not any more",
    filter: { text: "The filter buttons on '{{sheet}}' are gone", severity: 'minor' },
    frozen: { text: "The rows and columns of '{{sheet}}' that stayed in view no longer do", severity: 'minor' },
    print: {
      text: "How '{{sheet}}' is printed was set (landscape, fitting pages, header or footer) and is not any more",
      severity: 'minor',
    },
    spills: 'The workbook lost what lets formulas spill over cells: they show one value now, or an @ before their functions',
    macros: 'The program (VBA) of the workbook is gone',
    chartSheet: "The chart sheet '{{sheet}}' is gone",
  },
  *check({ model, facts, looked }) {
    for (const { before, after } of sheetPairs(model, facts(updateDiff))) {
      looked({ sheets: 1 });
      for (const [messageId, has] of SETTINGS)
        if (has(before) && !has(after))
          yield { messageId, data: { sheet: after.name }, at: { kind: 'file' }, key: `${messageId} of ${before.name}` };
      const threads = before.parts.comments.filter(({ threaded }) => threaded).length;
      const { comments } = after.parts;
      const areFlat = threads > 0 && comments.length > 0 && comments.every(({ threaded }) => !threaded);
      if (areFlat)
        yield { messageId: 'threads', data: { all: threads, sheet: after.name }, at: { kind: 'file' }, key: `threads of ${before.name}` };
      for (const [what, key] of KINDS) {
        // A thread leaves one comment for all of its answers.
        if (areFlat && key === 'comments') continue;
        const [all, left] = [before.parts[key].length, after.parts[key].length];
        if (left >= all) continue;
        yield {
          messageId: key === 'hyperlinks' ? 'links' : 'lost',
          data: { lost: all - left, all, what, sheet: after.name },
          at: { kind: 'file' },
          key: `${what} of ${before.name}`,
        };
      }
    }
    const books = workbooksOf(model);
    if (!books) return;
    if (books.before.hasDynamicArrays && !books.after.hasDynamicArrays) yield { messageId: 'spills', at: { kind: 'file' }, key: 'spills' };
    if (books.before.hasMacros && !books.after.hasMacros) yield { messageId: 'macros', at: { kind: 'file' } };
    for (const { name: sheet, type } of books.before.otherSheets)
      if (type === 'chartsheet' && !books.after.otherSheets.some(({ name }) => name === sheet))
        yield { messageId: 'chartSheet', data: { sheet }, at: { kind: 'file' }, key: sheet };
  },
});

const SETTINGS: readonly (readonly [messageId: string, has: (sheet: Sheet) => boolean])[] = [
  ['protection', ({ parts }) => parts.isProtected],
  // A table brings a filter of its own.
  ['filter', ({ parts }) => parts.autoFilter !== undefined || parts.tables.length > 0],
  ['print', ({ parts: { print } }) => print.orientation === 'landscape' || print.fitsPages || print.hasHeaderOrFooter],
  ['frozen', ({ parts }) => parts.frozen.rows + parts.frozen.columns > 0],
];

const KINDS: readonly (readonly [string, 'charts' | 'images' | 'pivotTables' | 'comments' | 'hyperlinks'])[] = [
  ['charts', 'charts'],
  ['pictures', 'images'],
  ['pivot tables', 'pivotTables'],
  ['comments', 'comments'],
  ['hyperlinks', 'hyperlinks'],
];
