import { cellAddress, type JsonObject, type Problem } from '@preflag/core';
import type { Workbook } from '@preflag/readers';
import type { Recalculation } from '../facts/recalculation.ts';
import type { WrongResult } from '../facts/wrong-results.ts';
import { resultFix } from './result-fix.ts';
import { valueText } from './value-text.ts';

/** What rules on wrong results yield: message `one` or `some`, and `maybeOne` or `maybeSome` where the engine may be wrong. */
export function wrongResultProblem(
  workbook: Workbook,
  recalculated: Recalculation,
  { sheet: index, row, column, calculated, alike, affected, members, proven }: WrongResult,
): Problem {
  const sheet = workbook.sheets[index]!;
  const number = alike === 1 ? 'one' : 'some';
  const data: JsonObject = {
    formula: sheet.formula(row, column) ?? '',
    expected: valueText(calculated, sheet, row, column),
    alike,
    affected,
    more:
      affected === 0
        ? ''
        : `; ${affected === 1 ? 'a formula that uses it is' : `${affected.toLocaleString('en-US')} formulas that use it are`} wrong too`,
    ...(sheet.kind(row, column) !== 'blank' && { found: sheet.text(row, column) }),
  };
  return {
    messageId: proven ? number : number === 'one' ? 'maybeOne' : 'maybeSome',
    data,
    at: { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) },
    ...(proven && resultFix(workbook, recalculated, members)),
  };
}
