import {
  DAY_ARGUMENTS,
  ENGINE_DIFFERS,
  EQUAL_RANGES,
  FUNCTIONS,
  LAZY,
  LITERALS_COUNT,
  PLACE_ONLY,
  takesRange,
  VOLATILE,
} from './functions.ts';
import { formulaTokens, type Corners, type Token } from './formula-tokens.ts';
import type { Obstacle } from './outcome.ts';

/** What a formula needs, and what stands in the way of computing it. */
export interface ParsedFormula {
  /** Ranges whose values the formula uses. */
  readonly references: readonly ParsedReference[];
  readonly functions: readonly string[];
  readonly obstacle: Obstacle | undefined;
  /** How deep the engine's calls go in it, in steps of a simple operation. */
  readonly depth: number;
}

interface ParsedReference {
  readonly sheet?: string;
  readonly corners: Corners;
  /** The argument that it stands in may be left uncomputed. */
  readonly lazy: boolean;
  /** It must hold days from {@link FIRST_SAFE_DAY} on. */
  readonly isDay: boolean;
}

/** Looks at a formula, given without `=` and with its names replaced by what they refer to. */
export function parseFormula(formula: string): ParsedFormula {
  const tokens = formulaTokens(formula);
  const references: ParsedReference[] = [];
  const functions = new Set<string>();
  const frames: Frame[] = [];
  let obstacle: Obstacle | undefined;
  let deepest = 0;
  let operators = 0;
  for (const [index, token] of tokens.entries()) {
    const frame = frames.at(-1);
    obstacle ??= obstacleOf(token, tokens, index, frame);
    switch (token.type) {
      case 'function':
        functions.add(token.name);
        frames.push({
          name: token.name,
          argument: 0,
          takesArrays: token.name === 'SUMPRODUCT',
          lazy: (frame?.lazy ?? false) || LAZY.has(token.name),
          placeOnly: (frame?.placeOnly ?? false) || PLACE_ONLY.has(token.name),
        });
        break;
      case 'open':
        frames.push({ ...(frame ?? TOP), name: '', argument: 0 });
        break;
      case 'close':
        frames.pop();
        break;
      case 'comma':
        if (frame) frame.argument += 1;
        break;
      case 'operator':
        operators += 1;
        break;
      case 'reference':
        if (frame?.argument === 0) frame.size = sizeOf(token.corners);
        if (!frame?.placeOnly)
          references.push({
            ...(token.sheet !== undefined && { sheet: token.sheet }),
            corners: token.corners,
            lazy: frame?.lazy ?? false,
            isDay: isDay(frame),
          });
        break;
    }
    deepest = Math.max(deepest, frames.length);
  }
  return { references, functions: [...functions], obstacle, depth: 2 + 3 * deepest + Math.ceil(operators / 2) };
}

interface Frame {
  /** Empty for plain parentheses. */
  readonly name: string;
  argument: number;
  /** Of the range that is its first argument. */
  size?: string;
  readonly takesArrays: boolean;
  readonly lazy: boolean;
  readonly placeOnly: boolean;
}

const TOP: Frame = { name: '', argument: 0, takesArrays: false, lazy: false, placeOnly: false };

/** True for the arguments that count days, and not for months to add, or how to count. */
function isDay(frame: Frame | undefined): boolean {
  if (!frame || !DAY_ARGUMENTS.has(frame.name)) return false;
  return frame.argument === 0 || (frame.argument === 1 && frame.name.startsWith('D')) || frame.name === 'NETWORKDAYS';
}

function obstacleOf(token: Token, tokens: readonly Token[], index: number, frame: Frame | undefined): Obstacle | undefined {
  switch (token.type) {
    case 'function':
      if (VOLATILE.has(token.name)) return { reason: 'volatile', detail: token.name };
      if (ENGINE_DIFFERS.has(token.name)) return { reason: 'engine-differs', detail: token.name };
      return FUNCTIONS.has(token.name) ? undefined : { reason: 'unknown-function', detail: token.name };
    case 'reference':
      if (isBesideOperand(tokens, index)) return { reason: 'reference' };
      if (frame && EQUAL_RANGES.has(frame.name) && frame.argument === 2 && frame.size !== sizeOf(token.corners))
        return { reason: 'engine-differs', detail: frame.name };
      return isSeveral(token.corners) ? obstacleOfRange(tokens, index, frame) : undefined;
    case 'string':
      // This criterion is for cells that are blank; the engine takes those with empty text too.
      if (token.text === '"="') return { reason: 'engine-differs', detail: token.text };
      return isIgnoredLiteral(tokens, index, frame) ? { reason: 'engine-differs', detail: frame?.name ?? '' } : undefined;
    case 'boolean':
      return isIgnoredLiteral(tokens, index, frame) ? { reason: 'engine-differs', detail: frame?.name ?? '' } : undefined;
    case 'array':
      return obstacleOfRange(tokens, index, frame);
    case 'name':
      return { reason: 'name', detail: token.text };
    case 'external':
      return { reason: 'external-link' };
    case 'structured':
    case 'several-sheets':
    case 'unknown':
      return { reason: 'reference', detail: token.text };
    case 'operator':
      if (token.text !== '-') return undefined;
      if (isDay(frame)) return { reason: 'engine-differs', detail: frame?.name ?? '' };
      return isDoubledInside(tokens, index) ? { reason: 'engine-differs', detail: '--' } : undefined;
    case 'comma':
      return frame && frame.name !== '' ? undefined : { reason: 'reference', detail: ',' };
    default:
      return undefined;
  }
}

function isIgnoredLiteral(tokens: readonly Token[], index: number, frame: Frame | undefined): boolean {
  return frame !== undefined && LITERALS_COUNT.has(frame.name) && [-1, 1].every((step) => typeBeside(tokens, index, step) !== 'operator');
}

/** Rows and columns, whether it moves or not. */
function sizeOf({ from, to }: Corners): string {
  return `${to.row - from.row} ${to.column - from.column}`;
}

function isSeveral({ from, to }: Corners): boolean {
  return from.row !== to.row || from.column !== to.column;
}

/** A range of several cells, or an array, that stands where one value is computed. */
function obstacleOfRange(tokens: readonly Token[], index: number, frame: Frame | undefined): Obstacle | undefined {
  if (frame?.takesArrays) return undefined;
  const isAlone = [-1, 1].every((step) => typeBeside(tokens, index, step) !== 'operator');
  return frame && isAlone && takesRange(frame.name, frame.argument) ? undefined : { reason: 'array' };
}

/** Two operands with nothing but a blank between them intersect. */
function isBesideOperand(tokens: readonly Token[], index: number): boolean {
  const type = typeBeside(tokens, index, -1);
  return type === 'reference' || type === 'close';
}

/** The engine takes two signs before a value for none, and so keeps truth values; it is told to multiply where an argument begins. */
function isDoubledInside(tokens: readonly Token[], index: number): boolean {
  const before = typeBeside(tokens, index, -1);
  return tokens[index + 1]?.text === '-' && before === 'operator';
}

/** The type of the next token that is no blank. */
function typeBeside(tokens: readonly Token[], index: number, step: number): Token['type'] | undefined {
  let at = index + step;
  while (tokens[at]?.type === 'blank') at += step;
  return tokens[at]?.type;
}
