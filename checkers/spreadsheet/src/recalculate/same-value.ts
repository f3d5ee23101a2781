import type { CellValue } from '@preflag/readers';
import type { CalculatedValue } from './calculator.ts';

/**
 * True when a cell's value and a calculated one are the same to a reader. Texts, truth values and errors must be equal. Numbers may
 * differ by 1e-9 of the larger one, or in all, which is what the order of additions changes, and where the number format shows both alike;
 * so may numbers inside of texts that have more digits than people write.
 */
export function isSameValue(held: CellValue, calculated: CalculatedValue, format: string): boolean {
  if (typeof held === 'number' && typeof calculated === 'number') {
    const difference = Math.abs(held - calculated);
    if (difference <= NOISE * Math.max(1, Math.abs(held), Math.abs(calculated))) return true;
    const unit = shownUnit(format);
    return unit !== undefined && Math.round(held / unit) === Math.round(calculated / unit);
  }
  if (typeof held === 'object' && typeof calculated === 'object') return held.error === calculated.error;
  if (typeof held === 'string' && typeof calculated === 'string')
    return held === calculated || withFewDigits(held) === withFewDigits(calculated);
  return held === calculated;
}

/** Programs join numbers to texts with 15 digits or 17, and write large ones out or not. */
function withFewDigits(text: string): string {
  return text.replaceAll(/\d+\.\d{9,}(?:E[+-]?\d+)?|\d+(?:\.\d+)?E\+\d+|\d{16,}/g, (digits) => Number(digits).toPrecision(12));
}

const NOISE = 1e-9;

/** The unit of the last place that a number format shows, `undefined` where that depends on the number or is not known. */
function shownUnit(format: string): number | undefined {
  const section = (format.split(';')[0] ?? '').replaceAll(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/gsu, '');
  const match = /^[^0#?A-Za-z]*[#0?,]*[#0?](?:\.([#0?]+))?(,*)([^0#?/E]*)$/i.exec(section);
  if (!match) return undefined;
  const [, decimals = '', thousands = '', rest = ''] = match;
  if (/[dmyhs]/i.test(rest)) return undefined;
  const percents = section.split('%').length - 1;
  return 10 ** (3 * thousands.length - decimals.length - 2 * percents);
}
