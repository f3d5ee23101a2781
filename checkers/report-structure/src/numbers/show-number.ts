/**
 * A number for a message, as the document writes its numbers: at most as many digits behind the mark as `step` has, and never more than
 * four. Money that is no whole number has all of them.
 * @param locale BCP 47
 * @param step what the last digit stands for, 0.01 for cents
 */
export function showNumber(value: number, locale: string, step?: number): string {
  const digits = Math.min(4, Math.max(0, Math.ceil(-Math.log10(step ?? 0.01) - 1e-9)));
  const isWhole = Number.isInteger(Number(value.toFixed(digits)));
  return value.toLocaleString(locale, { maximumFractionDigits: digits, minimumFractionDigits: isWhole || step === undefined ? 0 : digits });
}
