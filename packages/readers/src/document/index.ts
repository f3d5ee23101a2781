export { addCounts, countWords, type WordCount } from './count-words.ts';
export type * from './model.ts';
export { readDocument } from './read-document.ts';
