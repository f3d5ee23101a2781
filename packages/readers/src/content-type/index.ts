export { detectType } from './detect-type.ts';
export { readsOf, TYPE_TABLE, unreadFailure } from './readers.ts';
