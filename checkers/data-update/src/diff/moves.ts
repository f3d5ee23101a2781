import { parseRange, type CellRange } from '@preflag/core';
import { bareFormula, type CellPair } from './same-cell.ts';
import { SheetMoves } from './sheet-moves.ts';
import type { SheetDiff, SheetPair } from './sheet-diff.ts';

interface AllMoves {
  readonly bySheet: ReadonlyMap<string, SheetMoves>;
  /** No row or column of any sheet moved. */
  readonly isStill: boolean;
}

/** Where the rows and columns of all sheets went, and whether formulas went with them. */
export class Moves {
  readonly #pairs: readonly SheetPair[];
  readonly #diffs: readonly SheetDiff[];
  /** Made when the first formulas are compared. */
  #known: AllMoves | undefined;
  /** Whether two formulas are one in R1C1 terms, by their ids. */
  readonly #alike: Map<string, boolean> = new Map();

  constructor(pairs: readonly SheetPair[], diffs: readonly SheetDiff[]) {
    this.#pairs = pairs;
    this.#diffs = diffs;
  }

  #moves(): AllMoves {
    if (this.#known) return this.#known;
    const bySheet = new Map(
      this.#pairs.map((pair) => [
        pair.before.name.toLowerCase(),
        new SheetMoves(
          pair,
          this.#diffs.filter(({ before }) => before === pair.before),
        ),
      ]),
    );
    return (this.#known = { bySheet, isStill: [...bySheet.values()].every(({ isStill }) => isStill) });
  }

  /**
   * Two formulas are the same where they are so in R1C1 terms, or where the new one follows the cells that it refers to: rows that came or
   * went shift and stretch references. One that stayed as it was although its cells moved was not shifted.
   */
  compareFormulas(cells: CellPair): 'same' | 'changed' | 'not-shifted' {
    const { before, rowBefore, columnBefore, after, rowAfter, columnAfter } = cells;
    const isAlike = this.#isAlike(cells);
    const { bySheet, isStill } = this.#moves();
    if (isStill) return isAlike ? 'same' : 'changed';
    const own = bySheet.get(before.name.toLowerCase());
    const formula = before.formula(rowBefore, columnBefore) ?? '';
    // Within a sheet, rows that are sorted or chained anew keep their formulas in R1C1 terms, and not what these refer to.
    const isOwn = isAlike && (own?.keepsOrder === false || !RANGE.test(formula));
    if (isOwn && !formula.includes('!')) return 'same';
    const newFormula = after.formula(rowAfter, columnAfter) ?? '';
    if (this.#follows(formula, newFormula, own, isOwn)) return 'same';
    return bareFormula(formula) === bareFormula(newFormula) ? 'not-shifted' : 'changed';
  }

  #isAlike({ before, rowBefore, columnBefore, after, rowAfter, columnAfter }: CellPair): boolean {
    const [id, newId] = [before.formulaId(rowBefore, columnBefore), after.formulaId(rowAfter, columnAfter)];
    if (id === newId) return true;
    const key = `${id} ${newId}`;
    let isAlike = this.#alike.get(key);
    if (isAlike === undefined) {
      const [own, its] = [before.relativeFormula(rowBefore, columnBefore), after.relativeFormula(rowAfter, columnAfter)];
      this.#alike.set(key, (isAlike = own === its || bareFormula(own ?? '') === bareFormula(its ?? '')));
    }
    return isAlike;
  }

  /** @param isOwn references to the formula's own sheet need not be looked at */
  #follows(formula: string, newFormula: string, own: SheetMoves | undefined, isOwn: boolean): boolean {
    const [old, current] = [split(formula), split(newFormula)];
    if (old.frame !== current.frame || old.references.length !== current.references.length) return false;
    return old.references.every(({ sheet, range }, index) => {
      const other = current.references[index]!.range;
      if (isOwn && sheet === '') return true;
      const moves = sheet === '' ? own : this.#moves().bySheet.get(sheet);
      return moves ? moves.leadsTo(range, other) : isSameRange(range, other);
    });
  }
}

interface SplitFormula {
  /** What stands around the references. */
  readonly frame: string;
  readonly references: readonly { /** In lower case; empty for the formula's own. */ readonly sheet: string; readonly range: CellRange }[];
}

/** `A1:B2` over more than one row. */
const RANGE = /\d:\$?[A-Za-z]/;
const TOKEN =
  /"(?:[^"]|"")*"|(?<![\w.$])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\w(!.])/giu;

function split(formula: string): SplitFormula {
  const references: { sheet: string; range: CellRange }[] = [];
  const frame = formula.replaceAll(TOKEN, (whole: string, sheet: string = '', first?: string, last?: string) => {
    const range = first === undefined ? undefined : parseRange(`${first}:${last ?? first}`.replaceAll('$', '').toUpperCase());
    if (!range) return whole;
    const name = sheet.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
    references.push({ sheet: name.toLowerCase(), range });
    return `${sheet}#`;
  });
  return { frame: bareFormula(frame), references };
}

function isSameRange(a: CellRange, b: CellRange): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
