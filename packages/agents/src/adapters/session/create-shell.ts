import { randomUUID } from 'node:crypto';
import { messageOf, PreflagError } from '@preflag/core';
import { type CommandOptions, type CommandRun, runCommand, type WorkspaceFiles } from '@preflag/sandbox';
import { cut } from '../../loop/show.ts';
import { refuseRunAs } from './session-path.ts';
import type { ExecArgs, ExecResult } from './session-types.ts';

export interface ShellOptions extends Pick<CommandOptions, 'read' | 'limits'> {
  readonly env: () => Promise<Record<string, string>>;
}

/** How they count. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * Runs commands of a shell in bubblewrap on the files of a workspace, one after another.
 *
 * @throws {PreflagError} (the function that it returns, as a rejection) `sandbox` with cause and fix where bubblewrap cannot be
 * had; `usage` for a terminal or another user
 */
export function createShell(files: WorkspaceFiles, options: ShellOptions): (args: ExecArgs) => Promise<ExecResult> {
  let last: Promise<unknown> = Promise.resolve();
  return (args) => {
    const result = last.then(() => exec(files, args, options));
    last = result.catch(() => undefined);
    return result;
  };
}

async function exec(files: WorkspaceFiles, args: ExecArgs, { env, read, limits }: ShellOptions): Promise<ExecResult> {
  const { cmd, workdir = '.', shell = 'sh', tty, runAs, maxOutputTokens } = args;
  refuseRunAs(runAs);
  if (tty === true) throw new PreflagError('usage', 'The sandbox has no terminal: run the command with tty: false.');
  const before = await readAll(files);
  const given = `.preflag-${randomUUID()}`;
  const run = await runCommand({
    argv: ['sh', '-c', SCRIPT, 'sh', given, cmd, workdir, shell],
    files: Object.fromEntries(Object.entries(before).map(([path, bytes]) => [`${given}/${path}`, bytes])),
    env: await env(),
    ...(read && { read }),
    ...(limits && { limits }),
  });
  const notes = await keep(files, before, run, given);
  return resultOf(run, notes, maxOutputTokens);
}

/**
 * `runCommand` hands over a folder `deliver` whole: with names that begin with a dot, and without what was removed. So the files
 * come in a folder of their own, are put where the command expects them, and are moved into `deliver` after it, with a mark that
 * says so.
 */
const SCRIPT = `
move() {
  for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
    if [ "$entry" != "./$2" ] && { [ -e "$entry" ] || [ -L "$entry" ]; }; then mv -- "$entry" "$3" || exit 125; fi
  done
}
if [ -d "$1" ]; then move "$1" "" . && rmdir "$1"; fi
( cd -- "$3" || exit 1; exec "$4" -c "$2" )
code=$?
mkdir "$1" && move . "$1" "$1" && : > "$1/$1" && mv "$1" deliver
exit $code
`;

async function readAll(files: WorkspaceFiles): Promise<Readonly<Record<string, Uint8Array>>> {
  const paths = await files.list();
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await files.read(path)] as const)));
}

/** Brings the changes into the workspace. @returns what the agent must be told about that */
async function keep(
  files: WorkspaceFiles,
  before: Readonly<Record<string, Uint8Array>>,
  { files: found, skipped, reason }: CommandRun,
  mark: string,
): Promise<readonly string[]> {
  if (!Object.hasOwn(found, mark)) return [`${reason} No change of it was kept: it did not end by itself.`.trim()];
  const notes = skipped.map(({ path, text }) => `Not kept: ${path}. ${text}`);
  // What could not be read may still be there.
  const isWhole = skipped.every(({ what }) => what !== 'limit' && what !== 'unreadable');
  try {
    if (isWhole) for (const path of Object.keys(before)) if (!Object.hasOwn(found, path)) await files.remove(path);
    for (const [path, bytes] of Object.entries(found)) {
      const known = Object.hasOwn(before, path) ? before[path] : undefined;
      if (path !== mark && !(known && Buffer.compare(known, bytes) === 0)) await files.write(path, bytes);
    }
  } catch (error) {
    notes.push(`Not all of it was kept: ${messageOf(error)}`);
  }
  return notes;
}

function resultOf(run: CommandRun, notes: readonly string[], maxTokens: number | undefined): ExecResult {
  const dropped = run.truncated ? [`(${run.truncated.dropped} lines were dropped.)`] : [];
  const output = [...run.log.map(({ text }) => text), ...dropped, ...notes].join('\n');
  const characters = maxTokens === undefined ? Infinity : maxTokens * CHARACTERS_PER_TOKEN;
  return {
    output: cut(output, characters),
    stdout: run.stdout.head + run.stdout.tail,
    stderr: run.stderr.head + run.stderr.tail,
    wallTimeSeconds: run.usage.wallMs / 1000,
    exitCode: run.exitCode,
    ...(output.length > characters && { originalTokenCount: Math.ceil(output.length / CHARACTERS_PER_TOKEN) }),
  };
}
