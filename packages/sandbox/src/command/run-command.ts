import { mkdir } from 'node:fs/promises';
import { DEFAULT_LIMITS, PreflagError } from '@preflag/core';
import { type CommandProcess, type JailedOptions, startJailed } from '@preflag/supervisor';
import { collectDelivery } from './collect-delivery.ts';
import { requireProgram } from './find-program.ts';
import { type OpenGateway, openGateway, openPlainGateway } from './http/open-gateway.ts';
import { jailOfRun } from './jail-of-run.ts';
import { openPipes } from './open-pipes.ts';
import { giveToOwnUser } from './own-user.ts';
import { requireCommandJail } from './require-command-jail.ts';
import { createRunFolder, type RunFolder } from './run-folder.ts';
import { startPlain } from './start-plain.ts';
import { HOME, PATH } from './system-files.ts';
import type { CommandLimits, CommandOptions, CommandRun } from './types.ts';
import { watchCommand } from './watch-command.ts';

/**
 * Runs a program on a copied workspace, in bubblewrap: it sees the system's programs, its workspace at `/workspace` (where it
 * starts), and what `read` names; it has no network but a loopback of its own, and no environment but what is given. Whatever it
 * does is in the result. The whole tree of its processes is dead when this resolves.
 *
 * @throws {PreflagError} `sandbox` with cause and fix where there is no such jail; `agent` for a program that the jail does not
 * have; `path` for a name in `files` or `read` that cannot be; `usage` for words that no program can be given
 */
export async function runCommand(options: CommandOptions): Promise<CommandRun> {
  requireWords(options);
  const isPlain = options.unsafeNoSandbox === true;
  if (!isPlain) await requireCommandJail();
  const inputBytes = Object.values(options.files).reduce((sum, { length }) => sum + length, 0);
  const given = { ...DEFAULT_LIMITS, ...options.limits };
  const limits = { ...given, workspaceBytes: given.workspaceBytes + inputBytes, commandFiles: given.commandFiles + countOf(options.files) };
  await using folder = await createRunFolder(options.files);
  await using gateway = await open(options, folder, limits);
  const began = performance.now();
  const running = await start(options, folder, gateway, limits);
  const { end, ending, output, usage } = await watchCommand(running, { ...options, workspace: folder.workspace, limits });
  const wallMs = Math.round(performance.now() - began);
  const delivery = await collectDelivery(folder.workspace, options.files, limits);
  return { level: isPlain ? 'none' : 'strict', ...ending, exitCode: end.exitCode, ...output, ...delivery, usage: { wallMs, ...usage } };
}

async function open(
  { gateway, model = 'model', unsafeNoSandbox }: CommandOptions,
  folder: RunFolder,
  { hostCalls }: CommandLimits,
): Promise<OpenGateway | undefined> {
  if (!gateway) return undefined;
  const place = { gateway, model, maxCalls: hostCalls };
  return unsafeNoSandbox ? await openPlainGateway(place) : await openGateway({ ...place, folder });
}

async function start(
  options: CommandOptions,
  folder: RunFolder,
  gateway: OpenGateway | undefined,
  limits: CommandLimits,
): Promise<CommandProcess> {
  const run = await (options.unsafeNoSandbox ? prepareInFolder : prepareInJail)(options, folder, gateway, limits);
  const pipes = await openPipes(folder);
  try {
    const running = run(pipes?.writers);
    return pipes ? { ...running, stdout: pipes.stdout, stderr: pipes.stderr } : running;
  } catch (error) {
    pipes?.stdout.destroy();
    pipes?.stderr.destroy();
    throw error;
  } finally {
    pipes?.closeWriters();
  }
}

/** Starts it, with its output to somewhere. */
type Start = (output: JailedOptions['output'] | undefined) => CommandProcess;

async function prepareInJail(
  { argv, env: more, read = [], stdin }: CommandOptions,
  folder: RunFolder,
  gateway: OpenGateway | undefined,
  limits: CommandLimits,
): Promise<Start> {
  const env = { PATH, HOME, LANG: 'C.UTF-8', ...gateway?.env, ...more };
  const own = gateway?.read ?? new Map<string, string>();
  const jail = jailOfRun(folder, read, own, env, limits.commandScratchBytes);
  await requireProgram(argv[0] ?? '', jail);
  const user = await giveToOwnUser(folder, jail);
  const prepared = {
    ...(user !== undefined && { user }),
    argv: (await gateway?.relay(argv, env)) ?? argv,
    // The relay is ours: what the caller sets, such as NODE_OPTIONS, is for the program that it starts.
    jail: gateway ? { ...jail, env: {} } : jail,
    // The watch ends it at the limit; what grows faster than that is looked at, the kernel stops at twice the limit.
    resources: { ...resourcesOf(limits), tasks: 2 * limits.commandTasks },
    hasInput: stdin !== undefined,
  };
  return (output) => startJailed({ ...prepared, ...(output && { output }) });
}

/** The search path is the caller's: programs are where they are on this system. */
async function prepareInFolder(
  { argv, env: more, stdin }: CommandOptions,
  folder: RunFolder,
  gateway: OpenGateway | undefined,
  limits: CommandLimits,
): Promise<Start> {
  const home = folder.place('home');
  await mkdir(home);
  const prepared = {
    argv,
    env: { PATH: process.env['PATH'] ?? PATH, HOME: home, LANG: 'C.UTF-8', ...gateway?.env, ...more },
    cwd: folder.workspace,
    resources: resourcesOf(limits),
    hasInput: stdin !== undefined,
  };
  return (output) => startPlain({ ...prepared, ...(output && { output }) });
}

function resourcesOf({ commandOpenFiles, workspaceBytes }: CommandLimits): { readonly openFiles: number; readonly fileBytes: number } {
  return { openFiles: commandOpenFiles, fileBytes: workspaceBytes };
}

function requireWords({ argv, env = {} }: CommandOptions): void {
  if (argv.length === 0 || argv[0] === '') throw new PreflagError('usage', 'A command needs a program: argv is empty.');
  const wrong = Object.keys(env).find((name) => name === '' || name.includes('='));
  if (wrong !== undefined) throw new PreflagError('usage', `'${wrong}' cannot be the name of a variable.`);
  if ([...argv, ...Object.keys(env), ...Object.values(env)].some((word) => word.includes('\0'))) {
    throw new PreflagError('usage', 'A word of a command, or a variable, has a zero byte in it.');
  }
}

/** Files and the folders that they stand in. */
function countOf(files: CommandOptions['files']): number {
  return Object.keys(files).reduce((sum, path) => sum + path.split('/').length, 0);
}
