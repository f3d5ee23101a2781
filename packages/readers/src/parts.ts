export { findWorkbookParts, type WorkbookParts } from './workbook/parts/main-part.ts';
export { parseXml, xmlDecoder } from './xml/index.ts';
