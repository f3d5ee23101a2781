/** Powers of ten that a double holds exactly. */
const EXACT_POWERS: Float64Array = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * The number that bytes spell in decimal, or NaN. A mantissa below 2^53 with a power of ten of at most 22 is exact after one
 * rounding (Clinger 1990); others go through `Number`.
 */
export function parseNumber(bytes: Buffer, start: number, end: number): number {
  let at = start;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative) at++;
  let mantissa = 0;
  let digit = 0;
  const digitsStart = at;
  while (at < end && (digit = bytes[at]! - 48) >= 0 && digit <= 9) {
    mantissa = mantissa * 10 + digit;
    at++;
  }
  let digits = at - digitsStart;
  let exponent = 0;
  if (at < end && bytes[at] === 0x2e) {
    const fractionStart = ++at;
    while (at < end && (digit = bytes[at]! - 48) >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      at++;
    }
    exponent = fractionStart - at;
    digits -= exponent;
  }
  if (at !== end || digits === 0) return parseSlowly(bytes.toString('latin1', start, end));
  if (mantissa > Number.MAX_SAFE_INTEGER || exponent < -22) return Number(bytes.toString('latin1', start, end));
  const value = exponent === 0 ? mantissa : mantissa / EXACT_POWERS[-exponent]!;
  return isNegative ? -value : value;
}

function parseSlowly(text: string): number {
  const trimmed = text.trim();
  const value = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}
