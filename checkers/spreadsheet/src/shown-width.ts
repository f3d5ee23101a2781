/**
 * About how wide a number is in a format, in digits of the font. Literals, grouping, decimals, sign and percent are counted; marks that are
 * narrower than a digit count half. `undefined` for formats that bend to the column (General) or that are not understood.
 */
export function shownWidth(value: number, format: string): number | undefined {
  const sections = format.split(';');
  const isSigned = value < 0 && (sections[1] ?? '') === '';
  const section = value < 0 && !isSigned ? sections[1]! : value === 0 && sections[2] ? sections[2] : (sections[0] ?? '');
  // Padding with `_(` and filling with `*` take room of their own, which is left out.
  const code = section
    .replaceAll(/[_*]./g, '')
    .replaceAll(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
    .replaceAll(/\[[^\]]*\]/g, '');
  if (/general|@|E[+-]|[hmsyd?]/i.test(code.replaceAll(/"[^"]*"|\\./g, ''))) return undefined;
  let literals = '';
  const pattern = code.replaceAll(/"([^"]*)"|\\(.)/g, (_all, quoted?: string, escaped?: string) => {
    literals += quoted ?? escaped ?? '';
    return '';
  });
  const match = /[#0,]*(?:\.[#0]*)?,*/.exec(pattern.replace(/^[^#0.]*/, ''));
  const digits = match?.[0] ?? '';
  if (!/[#0]/.test(digits)) return undefined;
  literals += pattern.replace(digits, '');
  const [whole = '', fraction = ''] = digits.replace(/,+$/, '').split('.');
  const scale = 1000 ** (/,+$/.exec(digits)?.[0].length ?? 0);
  const shown = (Math.abs(value) * (pattern.includes('%') ? 100 : 1)) / scale;
  if (shown >= 1e15) return undefined;
  const text = shown.toFixed(Math.min(20, (fraction.match(/0/g) ?? []).length));
  const wholeDigits = Math.max(text.split('.')[0]!.length, (whole.match(/0/g) ?? []).length);
  const groups = whole.includes(',') ? Math.floor((wholeDigits - 1) / 3) * 0.5 : 0;
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 + 0.5 : 0;
  return wholeDigits + groups + decimals + (isSigned ? 0.6 : 0) + widthOf(literals);
}

/** Marks and blanks are narrower than digits, letters about as wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\s.,:;'|()[\]!-]/.test(character) ? 0.5 : 1;
  return width;
}
