import { PreflagError } from '@preflag/core';
import { workspacePath } from '@preflag/sandbox';

/** Where the workspace of a command stands. */
export const ROOT = '/workspace';

/**
 * A path as agents name it, below the root or relative to it, as a path of the workspace; `''` is the workspace itself.
 *
 * @throws {PreflagError} `path` when it leads elsewhere
 */
export function sessionPath(path: string): string {
  const given = path.trim();
  const inside = given === ROOT ? '' : given.startsWith(`${ROOT}/`) ? given.slice(ROOT.length + 1) : given;
  const relative = inside.replace(/\/+$/, '');
  if (relative === '' || relative === '.') return '';
  const checked = workspacePath(relative);
  if (!checked.ok) throw new PreflagError('path', checked.text);
  return checked.path;
}

/** The same for a file. */
export function sessionFile(path: string): string {
  const file = sessionPath(path);
  if (file === '') throw new PreflagError('path', `The path '${path}' is the workspace, not a file in it.`);
  return file;
}

/** @throws {PreflagError} `usage`: there is one user only */
export function refuseRunAs(runAs: string | undefined): void {
  if (runAs !== undefined) throw new PreflagError('usage', `The sandbox has one user: nothing can be run or read as '${runAs}' (runAs).`);
}
