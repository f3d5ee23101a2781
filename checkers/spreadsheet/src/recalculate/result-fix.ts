import { cellAddress, cellText, type Problem, type ProposedFix, type TypedCell } from '@preflag/core';
import type { CellValue, Workbook } from '@preflag/readers';
import type { Recalculation } from '../facts/recalculation.ts';
import type { CalculatedValue } from './calculator.ts';

/**
 * The fix that writes what formulas give as the values that the file holds for them; safe, since the formulas stay. Left out are formulas
 * whose value is not sure, and errors. Nothing where none is left, or more than a report should carry.
 *
 * @param ids nodes of the graph of formulas
 */
export function resultFix(workbook: Workbook, { result, isProven }: Recalculation, ids: Iterable<number>): Pick<Problem, 'fixes'> {
  const edits: ProposedFix['edits'][number][] = [];
  for (const id of ids) {
    const outcome = result?.outcomes[id];
    if (!result || outcome?.kind !== 'value' || typeof outcome.value === 'object' || !isProven(id)) continue;
    if (edits.length === MOST_EDITS) return {};
    const { sheet: index, row, column } = result.graph.nodes[id]!;
    const sheet = workbook.sheets[index]!;
    const at = { kind: 'cell', sheet: sheet.name, range: cellAddress(row, column) } as const;
    edits.push({ at, from: textOf(sheet.value(row, column)), to: textOf(outcome.value), of: 'result' });
  }
  if (edits.length === 0) return {};
  const label =
    edits.length === 1 ? 'write the result of the formula' : `write the results of ${edits.length.toLocaleString('en-US')} formulas`;
  return { fixes: [{ label, safety: 'safe', edits }] };
}

const MOST_EDITS = 5_000;

function textOf(value: CellValue | CalculatedValue): string {
  return cellText(typedOf(value));
}

function typedOf(value: CellValue | CalculatedValue): TypedCell {
  if (value === undefined) return { kind: 'blank' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return typeof value === 'boolean' ? { kind: 'boolean', isTrue: value } : { kind: 'error', error: value.error };
}
