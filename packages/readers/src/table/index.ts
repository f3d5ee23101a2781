export { detectEncoding } from './detect-encoding.ts';
export type { TextEncoding } from './detect-encoding.ts';
export { readTable } from './read-table.ts';
