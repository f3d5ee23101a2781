export { SNIFF_BYTES, xmlDecoder } from './decode-xml.ts';
export type { XmlDecoder } from './decode-xml.ts';
export { parseXml, XmlElement, xmlWriter } from './parse-xml.ts';
export type { XmlHandlers, XmlPart, XmlWriter } from './parse-xml.ts';
export { readRelationships } from './relationships.ts';
export type { Relationship } from './relationships.ts';
