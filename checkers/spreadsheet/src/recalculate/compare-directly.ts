import type { CalculatedValue } from './calculator.ts';

/** Compares two values, `null` being a blank cell; `undefined` where programs may see it in different ways. */
export function compareDirectly(
  operator: '=' | '<>' | '<' | '>' | '<=' | '>=',
  left: CalculatedValue | null,
  right: CalculatedValue | null,
): boolean | undefined {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  if (typeof a === 'number' && typeof b === 'number') {
    if (a !== b && Math.abs(a - b) <= Math.max(CLOSE * Math.max(Math.abs(a), Math.abs(b)), TINY)) return undefined;
    return holds(operator, Math.sign(a - b));
  }
  if (operator !== '=' && operator !== '<>') return undefined;
  if (typeof a === 'string' && typeof b === 'string' && isAscii(a) && isAscii(b))
    return (a.toLowerCase() === b.toLowerCase()) === (operator === '=');
  const isMixed = (typeof a === 'string' && typeof b === 'number') || (typeof a === 'number' && typeof b === 'string');
  return isMixed ? operator === '<>' : undefined;
}

/** Closer numbers are equal for some programs, which compare 15 digits. */
const CLOSE = 1e-12;
/** What is left of a subtraction may be nothing for them. */
const TINY = 1e-9;

/** A blank cell is the empty text beside a text, and 0 beside a number. */
function blankLike(other: CalculatedValue | null): CalculatedValue | null {
  if (typeof other === 'string') return '';
  return typeof other === 'number' ? 0 : null;
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function holds(operator: string, sign: number): boolean {
  if (sign === 0) return operator === '=' || operator === '<=' || operator === '>=';
  return operator === '<>' || (sign < 0 ? operator.startsWith('<') : operator.startsWith('>'));
}
