import { messageOf } from '@preflag/core';
import type { RunLimits, Sandbox, SandboxEvent, SandboxRun } from '@preflag/sandbox';
import { bundleCode } from './bundle-code.ts';
import type { LoopFiles } from './loop-files.ts';
import { showBytes } from './show.ts';

export interface RunCodeOptions {
  readonly files: LoopFiles;
  readonly sandbox: () => Promise<Sandbox>;
  readonly limits: Partial<RunLimits>;
  readonly signal: AbortSignal;
}

/**
 * Runs code that the model wrote on the files of the workspace, and tells how it ended, what it logged and which files it
 * changed. Changes are kept however it ended. Grants of the sandbox are not for it: what they spend would be beside the budget.
 *
 * @throws {CodeError} when it cannot be bundled
 * @throws {PreflagError} `sandbox` when it cannot be had
 */
export async function runCode(code: string, { files, sandbox, limits, signal }: RunCodeOptions): Promise<string> {
  const bundle = await bundleCode(code);
  const before = files.all();
  const where = await sandbox();
  const handle = where.run(bundle, { files: before, capabilities: {}, limits, signal });
  const run = await handle;
  const kept = await keep(files, run, handle.events);
  return describeRun(run, changes(before, files.all()), kept);
}

/** The sandbox has its own limits; those of the whole workspace may still refuse what came of it. */
async function keep(files: LoopFiles, { files: after, delivered }: SandboxRun, events: AsyncIterable<SandboxEvent>): Promise<string> {
  try {
    files.replace(after);
    for await (const event of events) if (event.type === 'delivered' && delivered[event.as]) files.deliver(event.path, event.as);
    return '';
  } catch (error) {
    return `Not all of it was kept: ${messageOf(error)}`;
  }
}

function describeRun({ status, reason, log, result, truncated, delivered }: SandboxRun, changed: readonly string[], kept: string): string {
  const lines = log.map(({ level, text }) => (level === 'info' || level === 'debug' ? text : `${level}: ${text}`));
  const names = Object.keys(delivered);
  return [
    status === 'ok' ? 'It ran to its end.' : `It ended with ${status}: ${reason}`,
    ...(lines.length > 0 ? ['Log:', ...lines] : ['It logged nothing.']),
    ...(truncated ? [`(${truncated.dropped} lines of the log were dropped.)`] : []),
    ...(result === undefined ? [] : [`Result: ${JSON.stringify(result)}`]),
    changed.length > 0 ? `Files changed: ${changed.join(', ')}.` : 'No file was changed.',
    ...(names.length > 0 ? [`Delivered: ${names.join(', ')}.`] : []),
    ...(kept === '' ? [] : [kept]),
  ].join('\n');
}

function changes(before: Readonly<Record<string, Uint8Array>>, after: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const written = Object.entries(after).filter(([path, bytes]) => before[path] !== bytes);
  const removed = Object.keys(before).filter((path) => after[path] === undefined);
  return [
    ...written.map(([path, { length }]) => `${path} (${showBytes(length)})`).toSorted(),
    ...removed.map((path) => `${path} (removed)`),
  ];
}
