import type { CellStyle } from '../parts-model.ts';

/** Number formats by id, for the ids that a file does not define (ECMA-376-1, 18.8.30; those of CJK locales as dates). */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);($#,##0)',
  6: '$#,##0_);[Red]($#,##0)',
  7: '$#,##0.00_);($#,##0.00)',
  8: '$#,##0.00_);[Red]($#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The code of a built-in number format; `General` for ids that have none. */
export function builtInFormat(id: number): string {
  const isLocaleDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return BUILT_IN[id] ?? (isLocaleDate ? 'yyyy/m/d' : 'General');
}

/** What a number format shows of a date. */
export type DateParts = 'none' | 'date' | 'time' | 'date-time' | 'duration';

/** Which parts of a date a format code shows (ECMA-376-1, 18.8.31). Literals, colours, conditions and locales are no parts. */
export function datePartsOf(code: string): DateParts {
  if (/^general$/i.test(code.trim())) return 'none';
  let isDuration = false;
  const bare = code
    .replaceAll(/"[^"]*"?|\\.|[_*]./gsu, '')
    .replaceAll(/\[([^\]]*)\]/g, (_all, inside: string) => {
      isDuration ||= /^(?:h+|m+|s+)$/i.test(inside);
      return '';
    })
    .replaceAll(/General|E[+-]/gi, '')
    .replaceAll(/AM\/PM|A\/P/gi, 'h');
  if (isDuration) return 'duration';
  const hasTime = /[hs]/i.test(bare);
  // Beside hours or seconds, and without days or years, m is minutes.
  const hasDate = /[dyebg]/i.test(bare) || (!hasTime && /m/i.test(bare)) || /m{3,}/i.test(bare);
  if (hasDate) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : 'none';
}

/** The look of a cell that has no style. */
export const DEFAULT_STYLE: CellStyle = {
  bold: false,
  italic: false,
  fontSize: 11,
  fontColor: '',
  fill: '',
  border: false,
  horizontal: '',
  wrap: false,
  locked: true,
};

/** The number formats of a workbook with the looks that go with them, each pair held once; 0 is `General` in the default look. */
export class FormatTable {
  readonly #codes: string[] = ['General'];
  readonly #parts: DateParts[] = ['none'];
  readonly #styles: CellStyle[] = [DEFAULT_STYLE];
  readonly #ids: Map<string, number> = new Map([[keyOf('General', DEFAULT_STYLE), 0]]);

  intern(written: string, style: CellStyle = DEFAULT_STYLE): number {
    // Some programs write it in capitals.
    const code = /^general$/i.test(written) ? 'General' : written;
    const key = keyOf(code, style);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#codes.length;
    // A file can have 65,490 styles (Excel's limit), so more formats than 16 bits hold are no real ones.
    if (id > 0xffff) return 0;
    this.#codes.push(code);
    this.#parts.push(datePartsOf(code));
    this.#styles.push(style);
    this.#ids.set(key, id);
    return id;
  }

  /** The different codes. */
  codes(): readonly string[] {
    return [...new Set(this.#codes)];
  }

  code(id: number): string {
    return this.#codes[id] ?? 'General';
  }

  dateParts(id: number): DateParts {
    return this.#parts[id] ?? 'none';
  }

  style(id: number): CellStyle {
    return this.#styles[id] ?? DEFAULT_STYLE;
  }
}

function keyOf(code: string, { bold, italic, fontSize, fontColor, fill, border, horizontal, wrap, locked }: CellStyle): string {
  return [code, bold, italic, fontSize, fontColor, fill, border, horizontal, wrap, locked].join('\u0001');
}
