import { defineRule, type Problem, type Rule } from '@preflag/core';
import { askedColumns, type AskedColumn } from '../../../contract/asked-columns.ts';
import { dataColumns, type AskedDataColumn, type Counting } from '../../../contract/data-columns.ts';
import { unitInHeader } from '../../../contract/find-header.ts';
import { formatsOf } from '../../../contract/number-formats.ts';
import { hasUnit, isKnownUnit, isUnit, unitOfFormat } from '../../../contract/units.ts';
import { heldTable } from '../../../facts/held-table.ts';

/**
 * The header or the number format must say the unit: `Amount (EUR)`, `Share in %`, `#,##0.00 €`. Where both say one, neither may say another.
 * Does not catch: numbers that are in another unit than what stands beside them; a sign that several currencies share; single cells
 * whose format shows no unit among others that do.
 * Known false alarms: units that only a title above the table names.
 */
export const unitNotAsAsked: Rule<'workbook' | 'table', unknown, readonly AskedColumn[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedColumn[]
>({
  id: 'spreadsheet/unit-not-as-asked',
  title: 'Numbers are not in the unit that was asked for',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  facts: [heldTable],
  demands: ['columns.unit'],
  why: 'Readers take the figures for what they are not, by a factor that the file does not tell.',
  advice: "Convert '{{column}}' to {{expected}} where it is not, and say so in the header or the number format.",
  messages: {
    header: "The header '{{found}}' says {{unit}}, and {{expected}} was asked for",
    format: "In '{{column}}', {{cells}} shown in {{unit}}, and {{expected}} was asked for",
    unsaid: {
      text: "Nothing says that '{{column}}' is in {{expected}}, as was asked",
      advice: "Write the unit into the header, such as '{{column}} ({{expected}})', or use a number format that shows it.",
    },
  },
  asks: (deliverable) => askedColumns(deliverable, ({ unit }) => unit !== undefined),
  *check({ model, facts, asked, looked, notChecked }) {
    for (const column of dataColumns({ model, facts, notChecked }, asked)) yield* findOther(column, { looked, notChecked });
  },
});

function* findOther(column: AskedDataColumn, { looked }: Counting): Generator<Problem> {
  const { table, header, asked, blocks } = column;
  const expected = asked.unit ?? '';
  const key = `${table.where} ${header}`;
  const [first] = blocks;
  if (!first) return;
  looked({ columns: 1 });
  const at = table.at(first.table.headerRow, first.index);
  const inHeader = unitInHeader(header);
  const isInHeader = hasUnit(header, expected) || (inHeader !== undefined && isUnit(inHeader, expected));
  if (!isInHeader && inHeader !== undefined && isKnownUnit(inHeader)) {
    yield { messageId: 'header', data: { column: header, found: header, unit: inHeader, expected }, at, key, group: header };
    return;
  }
  const uses = table.isText ? [] : formatsOf(column).map((use) => ({ ...use, unit: unitOfFormat(use.format) }));
  for (const { unit, cells, row, column: index } of uses) {
    if (unit === undefined || isUnit(unit, expected) || (isInHeader && !isKnownUnit(unit))) continue;
    const data = { column: header, unit, expected, cells: cells === 1 ? '1 cell is' : `${cells.toLocaleString('en-US')} cells are` };
    yield { messageId: 'format', data, at: table.at(row, index), key: `${key} ${unit}`, group: header };
  }
  const isSaid = isInHeader || uses.some(({ unit }) => unit !== undefined);
  if (!isSaid) yield { messageId: 'unsaid', data: { column: header, expected }, at, key, group: header };
}
