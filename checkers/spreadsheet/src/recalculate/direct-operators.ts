import type { CalculatedValue } from './calculator.ts';
import { compareDirectly } from './compare-directly.ts';
import type { Operator } from './simple-formula.ts';

/** A value that is worked out here; `null` is that of a blank cell, `undefined` leaves the formula to the engine. */
export type DirectValue = CalculatedValue | null | undefined;

export function operate(operator: Operator, left: DirectValue, right: DirectValue): DirectValue {
  if (left === undefined || right === undefined) return undefined;
  if (operator === '&') return joined(left, right);
  if (operator !== '+' && operator !== '-' && operator !== '*' && operator !== '/') return compareDirectly(operator, left, right);
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a === undefined || b === undefined) return undefined;
  if (operator === '*') return finite(a * b);
  if (operator === '/') return b === 0 ? { error: '#DIV/0!' } : finite(a / b);
  return finite(operator === '+' ? a + b : a - b);
}

/** A number or a blank cell; texts and truth values are converted by the engine. */
export function asNumber(value: DirectValue): number | undefined {
  if (value === null) return 0;
  return typeof value === 'number' ? value : undefined;
}

export function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** Only away from halves, where it does not matter how a program comes by the decimal number. */
export function rounded(number: number, places: number): number | undefined {
  if (!Number.isInteger(places) || Math.abs(places) > MOST_PLACES) return undefined;
  const unit = 10 ** places;
  const scaled = Math.abs(number) * unit;
  if (scaled > MOST_SCALED || Math.abs((scaled % 1) - 0.5) < NEAR_HALF) return undefined;
  return (Math.sign(number) * Math.round(scaled)) / unit;
}

/** Texts, and whole numbers that every program writes alike. */
function joined(left: DirectValue, right: DirectValue): DirectValue {
  const texts = [left, right].map((value) =>
    typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < MOST_WRITTEN ? String(value) : value,
  );
  return texts.every((text) => typeof text === 'string') ? texts.join('') : undefined;
}

const MOST_PLACES = 9;
const MOST_SCALED = 1e12;
const NEAR_HALF = 1e-3;
const MOST_WRITTEN = 1e10;
