import type { Archive } from '../../archive/archive.ts';
import type { XmlPart } from '../../xml/parse-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import type { CellStyle } from '../parts-model.ts';
import type { FormatTable } from '../store/number-format.ts';
import { builtInFormat, DEFAULT_STYLE } from '../store/number-format.ts';

type Font = { -readonly [key in 'bold' | 'italic' | 'fontSize' | 'fontColor']: CellStyle[key] };
type Style = Pick<CellStyle, 'horizontal' | 'wrap' | 'locked'>;

/**
 * The format ids by the index of a cell style (`cellXfs`), interned in `formats` with how the cells look.
 * @throws ReadError when the part is damaged
 */
export async function readStyles(archive: Archive, part: XmlPart, formats: FormatTable): Promise<Uint16Array> {
  const custom = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: { color: string; isNone: boolean }[] = [];
  const borders: boolean[] = [];
  const styles: { format: number; font: number; fill: number; border: number; style: Style }[] = [];
  let list = '';
  parseXml(
    await archive.read(part.part),
    {
      open(element) {
        const { local } = element;
        if (LISTS.has(local)) list = local;
        else if (local === 'numFmt' && list === 'numFmts')
          custom.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? '');
        else if (list === 'fonts') addToFonts(fonts, element);
        else if (list === 'fills') addToFills(fills, element);
        else if (list === 'borders') addToBorders(borders, element);
        else if (list === 'cellXfs' && local === 'xf') {
          const [format, font, fill, border] = ['numFmtId', 'fontId', 'fillId', 'borderId'].map((name) =>
            Number(element.attribute(name) ?? 0),
          );
          styles.push({ format: format!, font: font!, fill: fill!, border: border!, style: { horizontal: '', wrap: false, locked: true } });
        } else if (list === 'cellXfs') addToStyle(styles.at(-1), element);
      },
      close(element) {
        if (element.local === list) list = '';
      },
    },
    part,
  );
  return Uint16Array.from(styles, ({ format, font, fill, border, style }) => {
    const { color = '', isNone = true } = fills[fill] ?? {};
    return formats.intern(custom.get(format) ?? builtInFormat(format), {
      ...(fonts[font] ?? DEFAULT_FONT),
      fill: isNone ? '' : color,
      border: borders[border] ?? false,
      ...style,
    });
  });
}

const LISTS: ReadonlySet<string> = new Set([
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'extLst',
]);
const { bold, italic, fontSize, fontColor } = DEFAULT_STYLE;
const DEFAULT_FONT: Font = { bold, italic, fontSize, fontColor };

function addToFonts(fonts: Font[], element: XmlElement): void {
  const font = fonts.at(-1);
  if (element.local === 'font') fonts.push({ ...DEFAULT_FONT });
  else if (!font) return;
  else if (element.local === 'b') font.bold = element.attribute('val') === undefined || isOn(element.attribute('val'));
  else if (element.local === 'i') font.italic = element.attribute('val') === undefined || isOn(element.attribute('val'));
  else if (element.local === 'sz') font.fontSize = Number(element.attribute('val') ?? fontSize) || fontSize;
  else if (element.local === 'color') font.fontColor = isBlack(colorOf(element)) ? '' : colorOf(element);
}

function addToFills(fills: { color: string; isNone: boolean }[], element: XmlElement): void {
  const fill = fills.at(-1);
  if (element.local === 'fill') fills.push({ color: '', isNone: true });
  else if (!fill) return;
  else if (element.local === 'patternFill') {
    fill.isNone = (element.attribute('patternType') ?? 'none') === 'none';
    fill.color = element.attribute('patternType') === 'solid' ? '' : (element.attribute('patternType') ?? '');
  } else if (element.local === 'gradientFill') fill.isNone = false;
  else if (element.local === 'fgColor' || element.local === 'color') fill.color ||= colorOf(element);
}

function addToBorders(borders: boolean[], element: XmlElement): void {
  if (element.local === 'border') borders.push(false);
  else if ((element.attribute('style') ?? 'none') !== 'none') borders[borders.length - 1] = true;
}

function addToStyle(last: { style: Style } | undefined, element: XmlElement): void {
  if (!last) return;
  if (element.local === 'alignment') {
    const horizontal = element.attribute('horizontal') ?? '';
    last.style = { ...last.style, horizontal: horizontal === 'general' ? '' : horizontal, wrap: isOn(element.attribute('wrapText')) };
  } else if (element.local === 'protection') last.style = { ...last.style, locked: (element.attribute('locked') ?? '1') !== '0' };
}

function colorOf(element: XmlElement): string {
  const [rgb, theme, indexed, tint] = ['rgb', 'theme', 'indexed', 'tint'].map((name) => element.attribute(name));
  if (rgb !== undefined) return rgb.toUpperCase();
  if (theme !== undefined) return `theme:${theme}${tint === undefined ? '' : ` ${Number(tint).toFixed(2)}`}`;
  return indexed === undefined ? '' : `indexed:${indexed}`;
}

/** The ways to say black, which programs exchange at will. */
function isBlack(color: string): boolean {
  return color === 'FF000000' || color === '00000000' || color === 'theme:1' || color === 'indexed:8' || color === 'indexed:64';
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
