export { openArchive } from './archive.ts';
export type { Archive } from './archive.ts';
export { entryKey } from './directory.ts';
export type { ArchiveEntry } from './directory.ts';
export { corruptPart, limitError, ReadError, toFailure } from './read-error.ts';
