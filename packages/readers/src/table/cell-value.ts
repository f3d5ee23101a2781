import { serialOfIso } from '../workbook/store/serial-date.ts';

/** What a spreadsheet program takes the text of a csv for; `date` has its serial where the text says it beyond doubt, else NaN. */
export type TextValue =
  | { readonly kind: 'blank' | 'text' }
  | { readonly kind: 'number' | 'date'; readonly number: number }
  | { readonly kind: 'boolean'; readonly number: 0 | 1 };

/** The value of a cell. Digits behind leading zeros stay text; commas are decimal ones only where they do not part cells. */
export function textValue(text: string, delimiter: string): TextValue {
  const bare = text.trim();
  if (bare.length > LONGEST) return TEXT;
  if (MISSING.test(bare)) return BLANK;
  const number = numberOf(bare, delimiter !== ',');
  if (number !== undefined) return { kind: 'number', number };
  if (/^(?:true|false)$/i.test(bare)) return { kind: 'boolean', number: bare.length === 4 ? 1 : 0 };
  return DATE.test(bare) ? { kind: 'date', number: serialOfIso(bare.replace(' ', 'T'), false) ?? Number.NaN } : TEXT;
}

const LONGEST = 40;
const TEXT: TextValue = { kind: 'text' };
const BLANK: TextValue = { kind: 'blank' };
/** Words that stand where a value is missing. */
const MISSING = /^(?:|[-–—.?]+|n\.?\s?\/?\s?a\.?|#n\/a|nan|nil|null|none)$/i;
const PLAIN = /^[-+]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
const GROUPED = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const WITH_COMMA = /^[-+]?(?:(?:0|[1-9]\d*)|[1-9]\d{0,2}(?:\.\d{3})+),\d+$/;
const DATE =
  /^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[-+]\d{2}:?\d{2})?)?|\d{1,2}([/.-])\d{1,2}\1\d{2,4})$/;

function numberOf(text: string, hasCommaDecimals: boolean): number | undefined {
  if (PLAIN.test(text)) return Number(text);
  const amount = text.replace(/^([-+]?)[$€£¥]\s?/, '$1').replace(/\s?[%$€£¥]$/, '');
  if (PLAIN.test(amount)) return Number(amount);
  if (GROUPED.test(amount) && !(hasCommaDecimals && WITH_COMMA.test(amount))) return Number(amount.replaceAll(',', ''));
  return hasCommaDecimals && WITH_COMMA.test(amount) ? Number(amount.replaceAll('.', '').replace(',', '.')) : undefined;
}
