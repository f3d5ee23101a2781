import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, posix } from 'node:path';
import { PreflagError } from '@preflag/core';
import type { CommandJail } from '@preflag/supervisor';
import type { RunFolder } from './run-folder.ts';
import { HOME, OWN, SCRATCH, SHARED_ETC, SYSTEM_FOLDERS, WORKSPACE } from './system-files.ts';
import type { CommandOptions } from './types.ts';

/** Places of the jail that nothing of the caller may cover. */
const TAKEN = [WORKSPACE, OWN, HOME, '/etc', '/proc', '/dev', '/tmp', ...SYSTEM_FOLDERS];
/** Places in which nothing of the caller may stand. */
const CLOSED = [WORKSPACE, OWN, '/proc', '/dev'];

/**
 * What a command sees.
 *
 * @param own our own files: place → path of the host
 * @throws {PreflagError} `path` when something to be read is not there, or would cover a place of the jail
 */
export function jailOfRun(
  folder: RunFolder,
  read: NonNullable<CommandOptions['read']>,
  own: ReadonlyMap<string, string>,
  env: Readonly<Record<string, string>>,
  scratchBytes: number,
): CommandJail {
  return {
    read: new Map([
      ...SHARED_ETC.filter((path) => existsSync(path)).map((path) => [path, realpathSync(path)] as const),
      ...folder.etc,
      ...own,
      ...read.flatMap((item) => bindOf(item)),
    ]),
    write: new Map([[WORKSPACE, folder.workspace]]),
    scratch: SCRATCH,
    scratchBytes,
    env,
    cwd: WORKSPACE,
  };
}

function bindOf(item: NonNullable<CommandOptions['read']>[number]): readonly (readonly [string, string])[] {
  const { from, at } = typeof item === 'string' ? { from: item, at: item } : item;
  const place = posix.normalize(at).replace(/(?<=.)\/$/, '');
  if (!isAbsolute(place) || !isAbsolute(from))
    throw new PreflagError('path', `'${at}' cannot be read by a command: it is no absolute path.`);
  if (!existsSync(from)) throw new PreflagError('path', `'${from}' is to be read by a command, and is not there.`);
  if (isIn(place, SYSTEM_FOLDERS) && place === posix.normalize(from)) return [];
  const covered = TAKEN.find((taken) => place === taken || isIn(taken, [place]));
  if (covered !== undefined || isIn(place, [...CLOSED, ...SYSTEM_FOLDERS])) {
    throw new PreflagError(
      'path',
      `'${place}' cannot be read by a command: the sandbox has ${covered ?? 'its own files'} there. Name a folder in it.`,
    );
  }
  return [[place, realpathSync(from)]];
}

/** Whether a path is one of the folders, or in one. */
function isIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`));
}
