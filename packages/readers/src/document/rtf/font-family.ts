/** Names for programs of fonts that people know by others. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['ArialMT', 'Arial'],
  ['TimesNewRomanPSMT', 'Times New Roman'],
  ['TimesNewRomanPS', 'Times New Roman'],
  ['CourierNewPSMT', 'Courier New'],
  ['CourierNewPS', 'Courier New'],
]);
const CUT = /-(?:(?:Bold|Italic|Oblique|Regular|Roman|Light|Medium|Book|Semibold|Black)(?:MT)?)+$/;

/** The family of a font that a table of fonts names. Programs of Apple name each cut of a family, by its PostScript name: `Helvetica-BoldOblique`. */
export function fontFamily(name: string): string {
  const family = name.replace(CUT, '');
  return FAMILIES.get(family) ?? family;
}
