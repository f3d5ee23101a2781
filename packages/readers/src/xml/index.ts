export { xmlDecoder } from './decode-xml.ts';
export { parseXml, XmlElement } from './parse-xml.ts';
export { readRelationships } from './relationships.ts';
export type { Relationship } from './relationships.ts';
