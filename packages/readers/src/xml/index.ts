export { xmlDecoder } from './decode-xml.ts';
export { parseXml, XmlElement } from './parse-xml.ts';
export { readRelationships } from './relationships.ts';
export { readXmlFile } from './read-xml-file.ts';
export type { XmlHandlers } from './parse-xml.ts';
export type { Relationship } from './relationships.ts';
