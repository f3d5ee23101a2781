import { execFile } from 'node:child_process';
import { closeSync, constants, openSync, unlinkSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { RunFolder } from './run-folder.ts';

/** Where a command prints to, and where that is read. */
export interface Pipes {
  /** Descriptors for the command. */
  readonly writers: { readonly stdout: number; readonly stderr: number };
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Must be called when the command has been started, or cannot be. */
  closeWriters(): void;
}

const mkfifo = promisify(execFile);

/**
 * Pipes for stdout and stderr. Node's own are sockets, which cannot be opened again: `echo … > /dev/stderr` fails with them, and
 * scripts do that.
 *
 * @returns `undefined` where named pipes cannot be made
 */
export async function openPipes(folder: RunFolder): Promise<Pipes | undefined> {
  const paths = [folder.place('stdout'), folder.place('stderr')] as const;
  try {
    // The command may be another user, and opens them again; the folder is closed to all others.
    await mkfifo('mkfifo', ['-m', '666', ...paths], { env: { PATH: process.env['PATH'] } });
  } catch {
    return undefined;
  }
  const [stdout, stderr] = paths.map((path) => {
    // A pipe that nobody reads yet is not opened for writing.
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const writer = openSync(path, constants.O_WRONLY);
    unlinkSync(path);
    return { writer, stream: new Socket({ fd: reader, readable: true, writable: false }) };
  });
  if (!stdout || !stderr) return undefined;
  return {
    writers: { stdout: stdout.writer, stderr: stderr.writer },
    stdout: stdout.stream,
    stderr: stderr.stream,
    closeWriters: () => {
      closeSync(stdout.writer);
      closeSync(stderr.writer);
    },
  };
}
