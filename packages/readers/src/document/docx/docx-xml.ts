import type { XmlElement } from '../../xml/index.ts';

/** Namespaces of a document part, in their transitional and strict forms (ECMA-376-1, ECMA-376-4). */
export type DocxNamespace = 'word' | 'math' | 'drawing' | 'compatibility' | 'other';

const KNOWN = new Map<string, DocxNamespace>();
const MOST_KNOWN = 1_000;

export function namespaceOf({ uri }: XmlElement): DocxNamespace {
  // Asked of each start and end of an element, of which there are many more than namespaces.
  let namespace = KNOWN.get(uri);
  if (namespace === undefined) {
    namespace = namespaceNamed(uri);
    if (KNOWN.size < MOST_KNOWN) KNOWN.set(uri, namespace);
  }
  return namespace;
}

function namespaceNamed(uri: string): DocxNamespace {
  if (uri.endsWith('/wordprocessingml/2006/main') || uri.endsWith('/ooxml/wordprocessingml/main')) return 'word';
  if (uri.endsWith('/officeDocument/2006/math') || uri.endsWith('/ooxml/officeDocument/math')) return 'math';
  if (uri.endsWith('/drawingml/2006/main') || uri.endsWith('/ooxml/drawingml/main')) return 'drawing';
  return uri.endsWith('/markup-compatibility/2006') ? 'compatibility' : 'other';
}

/** An attribute in the element's own namespace, or in none. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attribute(name, element.uri) ?? element.attribute(name);
}

/** An attribute that refers to a relationship. */
export function relationshipOf(element: XmlElement, name = 'id'): string | undefined {
  return element.attribute(name, '*');
}

/** A property that is on unless its value says otherwise (ECMA-376-1, 17.17.4). */
export function isOn(element: XmlElement): boolean {
  return !['0', 'false', 'off'].includes(attributeOf(element, 'val') ?? '1');
}

export function numberOf(element: XmlElement, name = 'val'): number | undefined {
  const value = attributeOf(element, name);
  return value !== undefined && /^[+-]?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** The font of Latin text; of a theme `+major` or `+minor`. */
export function fontOf(element: XmlElement): string | undefined {
  const theme = attributeOf(element, 'asciiTheme') ?? attributeOf(element, 'hAnsiTheme');
  if (theme !== undefined) return theme.startsWith('major') ? '+major' : '+minor';
  return attributeOf(element, 'ascii') ?? attributeOf(element, 'hAnsi');
}

/** Font sizes are in half points. */
export function halfPoints(element: XmlElement): number | undefined {
  const value = numberOf(element);
  return value === undefined ? undefined : value / 2;
}

/** The distance of lines (ECMA-376-1, 17.3.1.33). */
export function readLine(element: XmlElement, look: { line?: { readonly value: number; readonly isFixed: boolean } }): void {
  const value = numberOf(element, 'line');
  const rule = attributeOf(element, 'lineRule') ?? 'auto';
  if (value !== undefined) look.line = { value, isFixed: rule !== 'auto' };
}
