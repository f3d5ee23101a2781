/**
 * The main part of a workbook, telling the program to calculate all formulas when it opens the file (ECMA-376-1, 18.2.2, `fullCalcOnLoad`):
 * results of formulas that could not be computed here would stay old otherwise.
 */
export function recalculateOnLoad(xml: string): string {
  const settings = /<((?:\w+:)?)calcPr\b([^>]*?)(\/?)>/.exec(xml);
  if (settings) {
    const [whole, prefix = '', attributes = '', slash = ''] = settings;
    const others = attributes.replace(/\s+fullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, '').trimEnd();
    return xml.replace(whole, () => `<${prefix}calcPr${others} fullCalcOnLoad="1"${slash}>`);
  }
  // The order of elements is fixed (18.2.27): it comes after the last of these.
  const last = [...xml.matchAll(/<\/(\w+:)?(?:sheets|functionGroups|externalReferences|definedNames)>/g)].at(-1);
  if (!last) return xml;
  const end = last.index + last[0].length;
  return `${xml.slice(0, end)}<${last[1] ?? ''}calcPr fullCalcOnLoad="1"/>${xml.slice(end)}`;
}
