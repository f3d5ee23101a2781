import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { PreflagError } from '@preflag/core';
import type { CommandJail } from '@preflag/supervisor';
import { SYSTEM_FOLDERS } from './system-files.ts';

/**
 * Refuses a program that the jail does not have, before anything is started.
 *
 * @throws {PreflagError} `agent` with where it was looked for and how to bring it in
 */
export async function requireProgram(program: string, jail: CommandJail): Promise<void> {
  const path = jail.env['PATH'] ?? '';
  const places = program.includes('/')
    ? [posix.resolve(jail.cwd, program)]
    : path.split(':').map((folder) => posix.resolve(jail.cwd, folder, program));
  for (const place of places) if (await isProgram(place, jail)) return;
  const where = program.includes('/') ? `at ${places[0]}` : `in ${path}`;
  throw new PreflagError(
    'agent',
    `The program '${program}' is not in the sandbox, or may not be executed: it was looked for ${where}, and the sandbox has only the system's folders. ` +
      "To bring it in, name its folder in 'read' and the program by its whole path.",
  );
}

/** A link of the host that leads to what the jail does not have is a link to nowhere in it. */
async function isProgram(place: string, jail: CommandJail): Promise<boolean> {
  const host = hostPath(place, jail);
  if (host === undefined) return false;
  try {
    const real = await realpath(host);
    if (!isVisible(real, jail) || !(await stat(real)).isFile()) return false;
    await access(real, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a place of the jail is on the host; `undefined` when the jail has no such place. */
function hostPath(place: string, { read, write }: CommandJail): string | undefined {
  const system = SYSTEM_FOLDERS.map((folder) => [folder, folder] as const);
  const found = [...system, ...read, ...write].filter(([at]) => isAt(place, at)).toSorted(([a], [b]) => b.length - a.length)[0];
  return found && found[1] + place.slice(found[0].length);
}

function isVisible(path: string, { read, write }: CommandJail): boolean {
  return [...SYSTEM_FOLDERS, ...read.values(), ...write.values()].some((folder) => isAt(path, folder));
}

function isAt(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
