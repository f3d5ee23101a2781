import { DEFAULT_LIMITS } from '@preflag/core';

const MAX_CHARACTERS = 1024;

/** A path in a workspace, in the one form that it is kept in; or why it may not be used. */
export type PathResult = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly text: string };

/**
 * `./a//b.csv` → `a/b.csv`. Refused: absolute paths (also `C:`), `..` wherever it stands, backslashes, control characters,
 * `__proto__`, and what is empty, too long or too deep.
 */
export function workspacePath(path: string): PathResult {
  if (path.length > MAX_CHARACTERS) return refuse(`A path is longer than ${MAX_CHARACTERS} characters.`);
  if (/[\u0000-\u001f\u007f-\u009f\\]/.test(path) || !path.isWellFormed()) {
    return refuse(`The path ${JSON.stringify(path)} has a backslash or a control character.`);
  }
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return refuse(`The path '${path}' is absolute; paths begin in the workspace.`);
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (segments.includes('..')) return refuse(`The path '${path}' leaves the workspace.`);
  if (segments.includes('__proto__')) return refuse(`The path '${path}' has a name that is not allowed.`);
  if (segments.length === 0 || path.endsWith('/')) return refuse(`The path '${path}' names no file.`);
  if (segments.length > DEFAULT_LIMITS.deliveryDepth) return refuse(`A path is deeper than ${DEFAULT_LIMITS.deliveryDepth} folders.`);
  return { ok: true, path: segments.join('/') };
}

function refuse(text: string): PathResult {
  return { ok: false, text };
}
