export { entryKey, openArchive, ReadError, toFailure, type Archive, type ArchiveEntry } from './archive/index.ts';
export { alignData, alignDocuments, readBitext, type BitextFiles, type BitextSide, type Languages } from './bitext/index.ts';
export type * from './bitext/model.ts';
export { collectDelivery, deliveryModel, packageModel, type Collected } from './collect/index.ts';
export { detectType, readsOf, TYPE_TABLE } from './content-type/index.ts';
export { pointerStep, readData } from './data/index.ts';
export type * from './data/model.ts';
export { addCounts, countWords, readDocument, type WordCount } from './document/index.ts';
export type * from './document/model.ts';
export type * from './document/parts-model.ts';
export type { FileSource, ReadOptions } from './source.ts';
export { readTable } from './table/index.ts';
export type * from './table/model.ts';
export { linkFiles, readTarget, type LinkedFile, type LinkRequest, type TargetRequest, type TargetResult } from './target/index.ts';
export { readUpdate, sheetOfTable, type UpdateSources } from './update/index.ts';
export type * from './update/model.ts';
export {
  findColumn,
  findColumns,
  foldText,
  readWorkbook,
  rowKey,
  tableAt,
  tablesOf,
  totalWord,
  type FoundColumn,
} from './workbook/index.ts';
export type * from './workbook/layout.ts';
export type * from './workbook/model.ts';
export type * from './workbook/parts-model.ts';
