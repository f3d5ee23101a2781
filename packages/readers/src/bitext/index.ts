export { alignData } from './align-data.ts';
export { alignDocuments } from './align-documents.ts';
export type { Languages } from './bitext-model.ts';
export type * from './model.ts';
export { readBitext } from './read-bitext.ts';
export type { BitextFiles, BitextSide } from './read-bitext.ts';
export { readCatalogs } from './read-catalog.ts';
