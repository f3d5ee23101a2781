import type { XmlElement } from '../../xml/index.ts';

const ODF = /^urn:oasis:names:tc:opendocument:xmlns:([a-z-]+?)(?:-compatible)?:1\.0$/;

/** The name of an element with the usual prefix of its namespace, whatever the file calls it: `text:p`, `fo:width`. */
export function odfName({ uri, local }: XmlElement): string {
  const [, prefix = uri === 'http://purl.org/dc/elements/1.1/' ? 'dc' : 'other'] = ODF.exec(uri) ?? [];
  return `${prefix === 'drawing' ? 'draw' : prefix}:${local}`;
}

/** An attribute by its local name; OpenDocument has no two of a name on an element that readers look at. */
export function odfAttribute(element: XmlElement, name: string): string | undefined {
  return element.attribute(name, '*');
}

/** A whole number between bounds. */
export function odfCount(element: XmlElement, name: string, most: number, fallback = 1): number {
  const value = Number(odfAttribute(element, name) ?? fallback);
  return Number.isInteger(value) ? Math.min(Math.max(value, 0), most) : fallback;
}

const POINTS: Readonly<Record<string, number>> = { cm: 72 / 2.54, mm: 72 / 25.4, in: 72, pt: 1, pc: 12, px: 0.75 };

/** A length in points (XSL 1.1, 5.9.13). */
export function odfPoints(element: XmlElement, name: string): number | undefined {
  const [, value, unit = ''] = /^(-?\d{1,9}(?:\.\d{1,9})?)(cm|mm|in|pt|pc|px)$/.exec(odfAttribute(element, name) ?? '') ?? [];
  return value === undefined ? undefined : Number(value) * (POINTS[unit] ?? 1);
}
