import type { Workbook } from '@preflag/readers';
import { formulaPlaces as fact } from '../../checkers/spreadsheet/src/facts/formula-places.ts';
import type { CellAt } from '../../checkers/spreadsheet/src/recalculate/calculator.ts';

/** Where the formulas of a workbook stand, as the checker's fact has it. */
export function formulaPlaces(workbook: Workbook): readonly CellAt[] {
  if (!('start' in fact)) return [];
  const gathering = fact.start(workbook);
  void workbook.scan([{ item: 'cell', only: ['formula'], visit: (cell) => gathering.visit(cell as never) }]);
  return gathering.end().cells;
}
