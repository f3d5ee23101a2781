import { cellAddress, LAST_COLUMN, LAST_ROW } from '@preflag/core';
import { formulaTokens, type Corners } from './formula-tokens.ts';

/**
 * A formula as it reads when it is filled into another cell, `rows` below and `columns` to the right; negative is above and to the left.
 *
 * @returns `undefined` where a reference would leave the sheet, and for formulas with whole columns or rows that move
 */
export function moveFormula(formula: string, rows: number, columns: number): string | undefined {
  let moved = '';
  for (const token of formulaTokens(formula)) {
    const text = token.type === 'reference' ? movedReference(token.text, token.corners, rows, columns) : token.text;
    if (text === undefined) return undefined;
    moved += text;
  }
  return moved;
}

function movedReference(text: string, { from, to }: Corners, rows: number, columns: number): string | undefined {
  const name = text.slice(text.lastIndexOf('!') + 1);
  if (!/\d/.test(name) || !/[A-Z]/i.test(name)) return undefined;
  const corners = [from, to].map((corner) => movedCorner(corner, rows, columns));
  const [first, last] = corners;
  if (first === undefined || last === undefined) return undefined;
  return text.slice(0, text.length - name.length) + (name.includes(':') ? `${first}:${last}` : first);
}

function movedCorner({ row, column, rowFixed, columnFixed }: Corners['from'], rows: number, columns: number): string | undefined {
  const [atRow, atColumn] = [rowFixed ? row : row + rows, columnFixed ? column : column + columns];
  if (atRow < 0 || atRow > LAST_ROW || atColumn < 0 || atColumn > LAST_COLUMN) return undefined;
  const [letters = '', digits = ''] = cellAddress(atRow, atColumn).split(/(?=\d)(?<!\d)/);
  return `${columnFixed ? '$' : ''}${letters}${rowFixed ? '$' : ''}${digits}`;
}
