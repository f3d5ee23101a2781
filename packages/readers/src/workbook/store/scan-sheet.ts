import type { Visitor } from '@preflag/core';
import type { CellCursor, CellKind, Sheet } from '../model.ts';
import type { ColumnSheet } from './column-sheet.ts';
import { KIND_NAMES } from './column-sheet.ts';
import type { Block } from './column-store.ts';
import { BLANK, BLOCK_ROWS, BOOLEAN, DATE, NUMBER, STRING, STRIP_ROWS } from './column-store.ts';

/** Visits the cells of sheets row by row. Blocks without a cell that any visitor asks for are not touched. */
export function scanSheets(sheets: readonly ColumnSheet[], visitors: readonly Visitor[]): void {
  const ofCells = visitors.filter(({ item }) => item === 'cell');
  const plain = KIND_NAMES.map((kind) => ofCells.filter(({ only }) => !only || only.includes(kind)));
  const withFormula = KIND_NAMES.map((kind) => ofCells.filter(({ only }) => !only || only.includes(kind) || only.includes('formula')));
  const listeners: Listeners = { plain, withFormula, plainKinds: kindsOf(plain), formulaKinds: kindsOf(withFormula) };
  if ((listeners.plainKinds | listeners.formulaKinds) === 0) return;
  for (const sheet of sheets) scanSheet(sheet, listeners);
}

/** Visitors by the kind of a cell; and the kinds that there are any for, as bits. */
interface Listeners {
  readonly plain: readonly (readonly Visitor[])[];
  readonly withFormula: readonly (readonly Visitor[])[];
  readonly plainKinds: number;
  readonly formulaKinds: number;
}

function kindsOf(byKind: readonly (readonly Visitor[])[]): number {
  return byKind.reduce((bits, list, kind) => (list.length > 0 ? bits | (1 << kind) : bits), 0);
}

function scanSheet(sheet: ColumnSheet, listeners: Listeners): void {
  const cursor = new Cursor(sheet);
  for (const number of blockNumbers(sheet)) {
    const blocks: { readonly column: number; readonly block: Block }[] = [];
    for (let column = 0; column < sheet.columns.length; column++) {
      const block = sheet.columns[column]!.blockNumbered(number);
      if (block && (block.kinds & (block.formula.length > 0 ? listeners.formulaKinds : listeners.plainKinds)) !== 0)
        blocks.push({ column, block });
    }
    if (blocks.length === 0) continue;
    const start = number * BLOCK_ROWS;
    for (let strip = start; strip < start + BLOCK_ROWS; strip += STRIP_ROWS) {
      const inside = blocks.filter(({ block }) => block.first <= strip && strip < block.first + block.length);
      if (inside.length > 0) scanStrip(cursor, strip, inside, listeners);
    }
  }
}

/** Blocks begin and end at strips, so that those in a strip hold all of its rows. */
function scanStrip(
  cursor: Cursor,
  strip: number,
  inside: readonly { readonly column: number; readonly block: Block }[],
  { plain, withFormula }: Listeners,
): void {
  for (let row = strip; row < strip + STRIP_ROWS; row++) {
    for (let index = 0; index < inside.length; index++) {
      const { column, block } = inside[index]!;
      const at = row - block.first;
      const kind = block.kind[at]!;
      const formula = block.formula.length > 0 ? block.formula[at]! : 0;
      if (kind === BLANK && formula === 0) continue;
      const visitors = (formula === 0 ? plain : withFormula)[kind]!;
      if (visitors.length === 0) continue;
      cursor.move(row, column, kind, block.value[at]!, formula);
      for (let visitor = 0; visitor < visitors.length; visitor++) visitors[visitor]!.visit(cursor);
    }
  }
}

/** The numbers of the blocks that any column has, in order. */
function blockNumbers(sheet: ColumnSheet): readonly number[] {
  const numbers = new Set<number>();
  for (const column of sheet.columns) for (const number of column.numbers) numbers.add(number);
  return [...numbers].toSorted((a, b) => a - b);
}

class Cursor implements CellCursor {
  readonly sheet: Sheet;
  row = 0;
  column = 0;
  kind: CellKind = 'blank';
  number: number = Number.NaN;
  stringId = 0;
  formulaId = 0;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  move(row: number, column: number, kind: number, value: number, formula: number): void {
    this.row = row;
    this.column = column;
    this.kind = KIND_NAMES[kind]!;
    this.number = kind === NUMBER || kind === DATE || kind === BOOLEAN ? value : Number.NaN;
    this.stringId = kind === STRING ? value : 0;
    this.formulaId = formula;
  }
}
