import type { CalculatedValue, CellAt } from './calculator.ts';
import { isSingle, rangeOf, type SheetRange } from './cell-ranges.ts';
import { asNumber, operate, rounded, type DirectValue } from './direct-operators.ts';
import type { FormulaGraph } from './formula-graph.ts';
import { GrowingRanges } from './growing-ranges.ts';
import { KeyedRows, lookupKey, type Key } from './keyed-rows.ts';
import { criterionKey, KeyedTotals } from './keyed-totals.ts';
import { RangeTotals, resultOf, Totals, type TotalName, type ValueAt } from './range-totals.ts';
import type { Expression, ReferenceExpression } from './simple-formula.ts';

/**
 * Works out the few forms that make up nearly all large sheets: arithmetic, comparisons, totals, and exact lookups. It gives what
 * spreadsheet programs give, or nothing: wherever types are mixed, numbers are too close to compare, or an error comes up, the engine is asked.
 */
export class DirectValues {
  readonly #sheets: Pick<FormulaGraph, 'sheet' | 'cut'>;
  readonly #valueAt: ValueAt;
  readonly #totals = new GrowingRanges<RangeTotals>(MOST_TOTALS);
  readonly #rows = new GrowingRanges<KeyedRows>(MOST_KEYED);
  readonly #keyedTotals = new GrowingRanges<KeyedTotals>(MOST_KEYED);

  /** @param valueAt what cells hold that formulas refer to: their inputs are known before they are asked for */
  constructor(sheets: Pick<FormulaGraph, 'sheet' | 'cut'>, valueAt: ValueAt) {
    this.#sheets = sheets;
    this.#valueAt = valueAt;
  }

  /**
   * The value of a formula that stands in a cell.
   *
   * @param origin where its references are as they are written
   */
  valueOf(expression: Expression, cell: CellAt, origin: CellAt): CalculatedValue | undefined {
    return this.#value(expression, { cell, origin }) ?? undefined;
  }

  #value(expression: Expression | undefined, at: Place): DirectValue {
    if (!expression) return undefined;
    switch (expression.kind) {
      case 'constant':
        return expression.value;
      case 'reference': {
        const range = this.#range(expression, at);
        return range && isSingle(range) ? this.#held(range) : undefined;
      }
      case 'negative': {
        const operand = asNumber(this.#value(expression.operand, at));
        return operand === undefined ? undefined : -operand;
      }
      case 'operation':
        return operate(expression.operator, this.#value(expression.left, at), this.#value(expression.right, at));
      case 'call':
        break;
    }
    return this.#call(expression.name, expression.operands, at);
  }

  #call(name: string, operands: readonly Expression[], at: Place): DirectValue {
    switch (name) {
      case 'SUM':
      case 'AVERAGE':
      case 'MIN':
      case 'MAX':
      case 'COUNT':
        return this.#total(name, operands, at);
      case 'AND':
      case 'OR':
        return this.#connected(name, operands, at);
      case 'IF':
        return this.#branch(operands, at);
      case 'IFERROR': {
        const value = operands.length === 2 ? this.#value(operands[0], at) : undefined;
        return typeof value === 'object' && value !== null ? this.#value(operands[1], at) : value;
      }
      case 'ABS': {
        const number = operands.length === 1 ? asNumber(this.#value(operands[0], at)) : undefined;
        return number === undefined ? undefined : Math.abs(number);
      }
      case 'ROUND': {
        const [number, places] = operands.map((operand) => this.#value(operand, at));
        return operands.length === 2 && typeof number === 'number' && typeof places === 'number' ? rounded(number, places) : undefined;
      }
      case 'VLOOKUP':
        return this.#lookup(operands, at);
      case 'MATCH':
        return this.#match(operands, at);
      case 'INDEX':
        return this.#indexed(operands, at);
      case 'COUNTIF':
      case 'COUNTIFS':
        return operands.length === 2 || name === 'COUNTIFS' ? this.#conditional(operands, undefined, at) : undefined;
      case 'SUMIF':
        return operands.length <= 3 ? this.#conditional(operands.slice(0, 2), operands[2] ?? operands[0], at) : undefined;
      case 'SUMIFS':
        return this.#conditional(operands.slice(1), operands[0], at);
      default:
        return undefined;
    }
  }

  #total(name: TotalName, operands: readonly Expression[], at: Place): DirectValue {
    const totals = new Totals();
    for (const operand of operands) {
      const range = operand.kind === 'reference' ? this.#range(operand, at) : undefined;
      const number = operand.kind === 'reference' ? undefined : this.#value(operand, at);
      if (range) totals.addTotals(this.#totals.over(range, () => new RangeTotals(range, this.#valueAt)));
      else if (typeof number === 'number') totals.addNumber(number);
      else return undefined;
    }
    return totals.isPlain ? resultOf(name, totals) : undefined;
  }

  #connected(name: 'AND' | 'OR', operands: readonly Expression[], at: Place): DirectValue {
    const truths = operands.map((operand) => (operand.kind === 'reference' ? undefined : this.#value(operand, at)));
    if (!truths.every((truth) => typeof truth === 'boolean')) return undefined;
    return name === 'AND' ? truths.every(Boolean) : truths.some(Boolean);
  }

  #branch([condition, ifTrue, ifFalse, ...rest]: readonly Expression[], at: Place): DirectValue {
    const truth = rest.length > 0 ? undefined : this.#value(condition, at);
    if (typeof truth !== 'boolean' && typeof truth !== 'number') return undefined;
    if (truth) return this.#value(ifTrue, at);
    return ifFalse ? this.#value(ifFalse, at) : false;
  }

  /** In a first column in any order; the other kind is not worked out here. */
  #lookup([wanted, table, column, exact, ...rest]: readonly Expression[], at: Place): DirectValue {
    if (exact?.kind !== 'constant' || (exact.value !== false && exact.value !== 0) || rest.length > 0) return undefined;
    const range = this.#range(table, at);
    const key = lookupKey(this.#value(wanted, at));
    const number = this.#value(column, at);
    const offset = typeof number === 'number' ? number - 1 : -1;
    if (!range || key === undefined || !Number.isInteger(offset) || offset < 0 || offset > range.right - range.left) return undefined;
    const row = this.#rowOf(range, key);
    return row === undefined ? { error: '#N/A' } : this.#held({ ...range, top: row, left: range.left + offset });
  }

  #match([wanted, table, exact, ...rest]: readonly Expression[], at: Place): DirectValue {
    if (exact?.kind !== 'constant' || exact.value !== 0 || rest.length > 0) return undefined;
    const range = this.#range(table, at);
    const key = lookupKey(this.#value(wanted, at));
    if (!range || range.left !== range.right || key === undefined) return undefined;
    const row = this.#rowOf(range, key);
    return row === undefined ? { error: '#N/A' } : row - range.top + 1;
  }

  #indexed([table, row, column, ...rest]: readonly Expression[], at: Place): DirectValue {
    const range = this.#range(table, at);
    if (!range || rest.length > 0 || (!column && range.left !== range.right)) return undefined;
    const down = this.#value(row, at);
    const right = column ? this.#value(column, at) : 1;
    if (typeof down !== 'number' || typeof right !== 'number' || !Number.isInteger(down) || !Number.isInteger(right)) return undefined;
    const place = { sheet: range.sheet, top: range.top + down - 1, left: range.left + right - 1 };
    return down >= 1 && right >= 1 && place.top <= range.bottom && place.left <= range.right ? this.#held(place) : undefined;
  }

  /** The first row where the first column of the range has the key. */
  #rowOf(range: SheetRange, key: Key): number | undefined {
    return this.#rows.over(range, () => new KeyedRows(range, this.#valueAt)).rowOf(key);
  }

  /** Columns of one length and what their cells are to be equal to, in turn; and the column whose numbers are added up, or none to count. */
  #conditional(pairs: readonly Expression[], numbers: Expression | undefined, at: Place): DirectValue {
    const [ranges, keys]: [SheetRange[], Key[]] = [[], []];
    for (let index = 0; index < pairs.length; index += 2) {
      const range = this.#range(pairs[index], at);
      const key = criterionKey(this.#value(pairs[index + 1], at));
      if (!range || key === undefined) return undefined;
      ranges.push(range);
      keys.push(key);
    }
    const summed = numbers && this.#range(numbers, at);
    const [first] = ranges;
    if (!first || (numbers && !summed)) return undefined;
    const columns = summed ? [...ranges, summed] : ranges;
    if (!columns.every(({ top, left, bottom, right }) => left === right && bottom - top === first.bottom - first.top)) return undefined;
    const kind = `${ranges.length} ${columns.map(({ sheet, left, top }) => `${sheet} ${left} ${top}`).join()}`;
    return this.#keyedTotals.over(first, () => new KeyedTotals(ranges, summed, this.#valueAt), kind).of(keys);
  }

  /** Errors are left to the engine, which hands them on. */
  #held({ sheet, top: row, left: column }: Pick<SheetRange, 'sheet' | 'top' | 'left'>): DirectValue {
    const value = this.#valueAt({ sheet, row, column });
    return typeof value === 'object' && value !== null ? undefined : value;
  }

  #range(expression: Expression | undefined, { cell, origin }: Place): SheetRange | undefined {
    if (expression?.kind !== 'reference') return undefined;
    const sheet = this.#sheetOf(expression, cell);
    const range = sheet === undefined ? undefined : rangeOf(expression.corners, sheet, cell, origin);
    // A cell beyond the end of the sheet is blank, and the same as such a cell inside.
    return !range || isSingle(range) ? range : this.#sheets.cut(range);
  }

  #sheetOf({ sheet }: ReferenceExpression, cell: CellAt): number | undefined {
    return sheet === undefined ? cell.sheet : this.#sheets.sheet(sheet);
  }
}

/** Of these there is one for each column that is added up, in sheets where each row does so. */
const MOST_TOTALS = 4096;
/** These have an entry for each different value in a column. */
const MOST_KEYED = 32;

interface Place {
  readonly cell: CellAt;
  readonly origin: CellAt;
}
