import type { XmlElement } from '../../xml/index.ts';

/** Namespaces of a document part, in their transitional and strict forms (ECMA-376-1, ECMA-376-4). */
export type DocxNamespace = 'word' | 'math' | 'drawing' | 'compatibility' | 'other';

export function namespaceOf({ uri }: XmlElement): DocxNamespace {
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
