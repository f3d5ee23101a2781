/** A number in column A and a formula in B to each row; the formula is given the row's number, from 1. */
export const KINDS: Readonly<Record<string, (row: number) => string>> = {
  'products and sums': (row) => (row % 2 === 0 ? `A${row}*2` : `SUM(A${row},A${row + 1})`),
  'running totals': (row) => `SUM(A$1:A${row})`,
  'running averages of formulas': (row) => (row % 2 === 1 ? `A${row}*2` : `AVERAGE(B$1:B${row - 1})`),
  'one long chain': (row) => (row === 1 ? 'A1' : `B${row - 1}+A${row}`),
  lookups: (row) => `VLOOKUP(A${row},A$1:A$500,1,FALSE)`,
  'sums by a criterion': (row) => `SUMIF(A$1:A$100000,A${row})`,
  'conditions and rounding': (row) => `IF(A${row}>250,ROUND(A${row}*1.19,2),"low")`,
  'left to the engine': (row) => `SQRT(A${row})`,
};
