import { columnIndex, LAST_COLUMN, LAST_ROW } from '@preflag/core';

/** A piece of a formula. Blanks are told only where they stand between two operands, as the sign of an intersection. */
export type Token =
  | { readonly type: 'number' | 'string' | 'boolean' | 'error' | 'operator' | 'open' | 'close' | 'comma' | 'blank'; readonly text: string }
  /** `NAME(`, in capitals and without the prefix of functions that came later. */
  | { readonly type: 'function'; readonly text: string; readonly name: string }
  | { readonly type: 'name'; readonly text: string; readonly sheet?: string }
  | { readonly type: 'reference'; readonly text: string; readonly sheet?: string; readonly corners: Corners }
  /** Array constants, structured and external references, 3-D references, spills, and what is none of the above. */
  | { readonly type: 'array' | 'structured' | 'external' | 'several-sheets' | 'unknown'; readonly text: string };

/** A range as it is written. Whole columns have no rows, whole rows no columns: these are the sheet's ends. 0-based. */
export interface Corners {
  readonly from: Corner;
  readonly to: Corner;
}
interface Corner {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** Splits a formula, without `=`, into tokens whose texts together are the formula (ECMA-376-1, 18.17.2). */
export function formulaTokens(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.?\\]*`;
const CELL = String.raw`(\$?)([A-Z]{1,3})(\$?)(\d{1,7})`;
const SHEET = String.raw`(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+(?::[\p{L}\p{N}_.]+)?))!`;
const STRING = /"(?:[^"]|"")*"/y;
const ERROR = /#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)/iy;
const EXTERNAL = /(?:'[^']*\[[^\]]+\](?:[^']|'')*'|\[\d+\][\p{L}\p{N}_. ]*)!(?:[$\p{L}\p{N}_.:\\]+)?/uy;
const SHEET_PREFIX = new RegExp(SHEET, 'uy');
const RANGE = new RegExp(`${CELL}(?::${CELL})?(?![\\p{L}\\p{N}_.(!])`, 'iuy');
const COLUMNS = /(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\p{N}_.(!$])/iuy;
const ROWS = /(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/uy;
const FUNCTION = new RegExp(`(${NAME})\\(`, 'uy');
const WORD = new RegExp(NAME, 'uy');
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iy;
const OPERATOR = /<=|>=|<>|[-+*/^&=<>%]/y;
const STRUCTURED = /(?:[\p{L}_\\][\p{L}\p{N}_.?\\]*)?\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]/uy;
const ARRAY = /\{[^}]*\}/y;

function tokenAt(formula: string, at: number): Token {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(formula);
  };
  const plain = PLAIN[formula[at]!];
  if (plain) return { type: plain, text: formula[at]! };
  const simple = SIMPLE.find(([pattern]) => match(pattern));
  if (simple) return { type: simple[1], text: match(simple[0])![0] };
  const prefix = match(SHEET_PREFIX);
  if (prefix) {
    const sheet = prefix[1]?.replaceAll("''", "'") ?? prefix[2] ?? '';
    const rest = tokenAt(formula, at + prefix[0].length);
    const text = prefix[0] + rest.text;
    if (sheet.includes(':')) return { type: 'several-sheets', text };
    return rest.type === 'reference' || rest.type === 'name'
      ? { ...rest, text, sheet }
      : { type: rest.type === 'error' ? 'error' : 'unknown', text };
  }
  const corners = cornersOf(match(RANGE), match(COLUMNS), match(ROWS));
  if (corners) return { type: 'reference', ...corners };
  const called = match(FUNCTION);
  if (called) return { type: 'function', text: called[0], name: called[1]!.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.)+/, '') };
  const number = match(NUMBER);
  if (number) return { type: 'number', text: number[0] };
  const word = match(WORD);
  if (word) return { type: /^(?:true|false)$/i.test(word[0]) ? 'boolean' : 'name', text: word[0] };
  const operator = match(OPERATOR);
  return operator ? { type: 'operator', text: operator[0] } : { type: 'unknown', text: formula[at]! };
}

const PLAIN: Readonly<Partial<Record<string, 'open' | 'close' | 'comma' | 'blank'>>> = {
  '(': 'open',
  ')': 'close',
  ',': 'comma',
  ' ': 'blank',
  '\n': 'blank',
  '\r': 'blank',
  '\t': 'blank',
};

const SIMPLE = [
  [STRING, 'string'],
  [ERROR, 'error'],
  [EXTERNAL, 'external'],
  [STRUCTURED, 'structured'],
  [ARRAY, 'array'],
] as const;

function cornersOf(
  range: RegExpExecArray | null,
  columns: RegExpExecArray | null,
  rows: RegExpExecArray | null,
): { readonly text: string; readonly corners: Corners } | undefined {
  if (range) {
    const from = cornerOf(range, 1);
    const to = range[6] === undefined ? from : cornerOf(range, 5);
    return isOnSheet(from) && isOnSheet(to) ? { text: range[0], corners: { from, to } } : undefined;
  }
  if (columns) {
    const from = { row: 0, rowFixed: true, column: columnOf(columns[2]!), columnFixed: columns[1] === '$' };
    const to = { row: LAST_ROW, rowFixed: true, column: columnOf(columns[4]!), columnFixed: columns[3] === '$' };
    return isOnSheet(from) && isOnSheet(to) ? { text: columns[0], corners: { from, to } } : undefined;
  }
  if (rows) {
    const from = { row: Number(rows[2]) - 1, rowFixed: rows[1] === '$', column: 0, columnFixed: true };
    const to = { row: Number(rows[4]) - 1, rowFixed: rows[3] === '$', column: LAST_COLUMN, columnFixed: true };
    return isOnSheet(from) && isOnSheet(to) ? { text: rows[0], corners: { from, to } } : undefined;
  }
  return undefined;
}

function cornerOf(match: RegExpExecArray, group: number): Corner {
  return {
    columnFixed: match[group] === '$',
    column: columnOf(match[group + 1]!),
    rowFixed: match[group + 2] === '$',
    row: Number(match[group + 3]) - 1,
  };
}

function isOnSheet({ row, column }: Corner): boolean {
  return row >= 0 && row <= LAST_ROW && column <= LAST_COLUMN;
}

/** Beyond the last column for letters that are none. */
function columnOf(letters: string): number {
  return columnIndex(letters) ?? LAST_COLUMN + 1;
}
