export { xmlDecoder } from './decode-xml.ts';
export { parseXml } from './parse-xml.ts';
export { readRelationships } from './relationships.ts';
export { readXmlFile } from './read-xml-file.ts';
export { XmlElement } from './xml-element.ts';
export type { XmlHandlers } from './parse-xml.ts';
export type { Relationship } from './relationships.ts';
