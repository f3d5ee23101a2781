export type * from './model.ts';
export { readDocument } from './read-document.ts';
