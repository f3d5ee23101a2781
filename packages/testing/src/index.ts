export { addRelationship, editParts, type Parts } from './edit-parts.ts';
export { bytesOf, textOf, withFile, withoutFile, type Example, type Files } from './example.ts';
export { definePlant, type Plant, type Planted, type PlantedFinding } from './plant.ts';
export { runExample, type ExampleResult } from './run-example.ts';
export { docxOf, type DocxBlock } from './docx-of.ts';
export { pdfOf, type PdfPageSpec, type PdfSpec } from './pdf-of.ts';
export { editWorkbook, workbookOf, type SheetSpec } from './workbook-of.ts';
