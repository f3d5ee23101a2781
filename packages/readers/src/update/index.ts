export { readUpdate } from './read-update.ts';
export type { UpdateSources } from './read-update.ts';
export { sheetOfTable } from './sheet-of-table.ts';
