import { PreflagError } from '@preflag/core';
import type { CommandOptions, Sandbox } from '@preflag/sandbox';
import { createShell } from './create-shell.ts';
import { sessionEditor } from './session-editor.ts';
import { sessionFiles } from './session-files.ts';
import { refuseRunAs, ROOT } from './session-path.ts';
import type { AgentsSession, ApplyDiff, ExecResult, SessionManifest } from './session-types.ts';

export interface SandboxSessionOptions<M extends SessionManifest> {
  /** `new Manifest()` of `@openai/agents/sandbox`. Its environment is that of commands; files come with the agent's `defaultManifest`. */
  readonly manifest: M;
  /** `applyDiff` of `@openai/agents`. */
  readonly applyDiff: ApplyDiff;
  /** Of the commands that the agent runs: what they may read of this machine, and their limits. */
  readonly commands?: Pick<CommandOptions, 'read' | 'limits'>;
}

/**
 * A sandbox as a session for `SandboxAgent` of `@openai/agents` 0.20: `run(agent, input, { sandbox: { session } })`. The files
 * are those of the sandbox (`sandbox.files`), so they are there before and after, and for code that runs in the isolate.
 *
 * A shell is not in the isolate. `exec_command` runs in bubblewrap, on a copy of the files of which the changes come back when
 * the command ends; where bubblewrap cannot be had it is refused, with what to do about it. A command that did not end by
 * itself changes nothing. Empty folders, permissions, links and processes do not outlive a command. There is no terminal, no
 * other user, no port, and no archive of the workspace.
 *
 * @throws {PreflagError} `usage` for a manifest with another root than `/workspace`, or with entries
 */
export function asSandboxSession<M extends SessionManifest>(
  sandbox: Sandbox,
  { manifest, applyDiff, commands }: SandboxSessionOptions<M>,
): AgentsSession<M> {
  requirePlain(manifest);
  const { files } = sandbox;
  const state = { manifest };
  const exec = createShell(files, { ...commands, env: () => state.manifest.resolveEnvironment() });
  return {
    state,
    running: async () => true,
    supportsPty: () => false,
    exec,
    execCommand: async (args) => show(await exec(args)),
    createEditor(runAs) {
      refuseRunAs(runAs);
      return sessionEditor(files, applyDiff);
    },
    ...sessionFiles(files),
  };
}

function requirePlain({ root, entries }: SessionManifest): void {
  if (root !== ROOT) throw new PreflagError('usage', `The manifest's root is '${root}'; commands of this sandbox run in '${ROOT}'.`);
  const [first] = Object.keys(entries);
  if (first !== undefined) {
    throw new PreflagError(
      'usage',
      `The manifest has the entry '${first}': give entries to the agent (defaultManifest), or write them to sandbox.files.`,
    );
  }
}

/** In the words that models know from the sessions of the SDK. */
function show({ wallTimeSeconds, exitCode, originalTokenCount, output }: ExecResult): string {
  return [
    `Wall time: ${wallTimeSeconds.toFixed(4)} seconds`,
    ...(exitCode === null ? [] : [`Process exited with code ${exitCode}`]),
    ...(originalTokenCount === undefined ? [] : [`Original token count: ${originalTokenCount}`]),
    'Output:',
    output,
  ].join('\n');
}
