export { linkFiles, type LinkedFile, type LinkRequest } from './link-files.ts';
export { readTarget, type TargetRequest, type TargetResult } from './read-target.ts';
