import { defineRule, type Rule, type SheetExpectation } from '@preflag/core';
import { foldText } from '@preflag/readers/sheets';

/**
 * Does not catch: a sheet that has the name and not the content; see spreadsheet/missing-column.
 * Known false alarms: none; the job names the sheet. Names compare as spreadsheets compare them, without regard to case.
 */
export const missingSheet: Rule<'workbook', unknown, readonly SheetExpectation[]> = defineRule<
  'workbook',
  unknown,
  readonly SheetExpectation[]
>({
  id: 'spreadsheet/missing-sheet',
  title: 'A sheet that was asked for is not there',
  severity: 'critical',
  certainty: 'certain',
  reads: 'workbook',
  demands: ['sheets'],
  why: 'A part of what was ordered is missing, or stands where the client does not look for it.',
  advice: "Add the sheet '{{sheet}}', under just this name.",
  messages: {
    missing: "The sheet '{{sheet}}' is not there; the workbook has {{sheets}}",
    similar: {
      text: "The sheet '{{sheet}}' is not there; '{{similar}}' may be meant",
      advice: "Rename '{{similar}}' to '{{sheet}}', if it is the sheet that was asked for.",
    },
    hidden: { text: "The sheet '{{sheet}}' is hidden", severity: 'important', advice: "Unhide the sheet '{{sheet}}'." },
  },
  asks: ({ sheets }) => sheets?.filter(({ name, optional }) => name !== '*' && !optional),
  *check({ model, asked, looked }) {
    for (const { name } of asked) {
      looked({ sheets: 1 });
      const sheet = model.sheet(name);
      const at = { kind: 'file' } as const;
      if (sheet && sheet.state !== 'visible') yield { messageId: 'hidden', data: { sheet: name }, at, key: name };
      if (sheet) continue;
      const names = model.sheets.map((one) => one.name);
      const similar = names.find((other) => isSimilar(other, name));
      if (similar === undefined)
        yield {
          messageId: 'missing',
          data: { sheet: name, sheets: names.map((other) => `'${other}'`).join(', ') || 'none' },
          at,
          key: name,
        };
      else yield { messageId: 'similar', data: { sheet: name, similar }, at, key: name };
    }
  },
});

/** Equal but for white space and punctuation, or one inside the other (`Summary 2024` for `Summary`). */
function isSimilar(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => foldText(text).replace(/[^\p{L}\p{N}]/gu, ''));
  if (!first || !second) return false;
  return first === second || (Math.min(first.length, second.length) >= 4 && (first.includes(second) || second.includes(first)));
}
