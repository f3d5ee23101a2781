export { detectType } from './detect-type.ts';
export { promisedType } from './promised-type.ts';
export { isOwnSource, readsOf, TYPE_TABLE, unreadFailure } from './readers.ts';
