import type { Problem } from '@preflag/core';
import { valueKey } from './cell-values.ts';
import { cellsOf, valuesOf, type AskedDataColumn, type Counting, type DataColumn } from './data-columns.ts';
import { judgeTexts } from './judge-texts.ts';
import { valueSet, type ValueSet } from './value-set.ts';

/** The values of a column, for others to be looked up among. */
export function valuesIn(column: DataColumn): ValueSet {
  return valueSet(keysOf(column));
}

/** The values of a column that stand nowhere in another, as messages `unmatched` and `similar`. `where` names the other column. */
export function* findUnmatched(column: AskedDataColumn, values: ValueSet, where: string, counting: Counting): Generator<Problem> {
  const { table, header } = column;
  if (values.isCut) {
    counting.notChecked('limit', `${where} has more different values than are compared (${values.size.toLocaleString('en-US')}).`);
    return;
  }
  const isThere = judgeTexts(table, (text) => values.has(valueKey(table, text)));
  for (const { row, column: index } of valuesOf(column, counting)) {
    if (isThere(row, index)) continue;
    const found = table.sheet.text(row, index);
    const similar = values.similar(found);
    yield {
      messageId: similar === undefined ? 'unmatched' : 'similar',
      data: { column: header, found, where, ...(similar !== undefined && { similar }) },
      at: table.at(row, index),
      group: header,
    };
  }
}

function* keysOf(column: DataColumn): Generator<string> {
  const { table } = column;
  for (const { row, column: index, kind } of cellsOf(column))
    if (kind !== 'uncalculated') yield valueKey(table, table.sheet.text(row, index));
}
