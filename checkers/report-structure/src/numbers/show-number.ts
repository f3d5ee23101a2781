/** A number for a message: at most as many digits behind the point as `step` has, and never more than two. */
export function showNumber(value: number, step = 0.01): string {
  const digits = Math.min(4, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}
