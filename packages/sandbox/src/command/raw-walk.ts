import type { Stats } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';

/** An entry of a folder. Names are bytes: not every one is UTF-8. */
export interface RawEntry {
  /** Relative to the root. */
  readonly path: Buffer;
  readonly full: Buffer;
  /** How many folders it stands in, with the root 1. */
  readonly depth: number;
  /** `undefined` when it vanished, or cannot be looked at. */
  readonly stats: Stats | undefined;
}

/** The types of Node know of this encoding for `readdir` only. Names are buffers with it. */
const BYTES = 'buffer' as BufferEncoding;
const SLASH = Buffer.from('/');

/**
 * Everything in a folder and below, folders before what is in them. Links are not followed. One entry at a time, however many
 * there are: the caller may stop at any.
 *
 * @param enter whether to look into a folder; what it refuses is yielded all the same
 * @param onUnreadable is told of folders that cannot be listed
 */
export async function* rawWalk(
  root: Buffer,
  enter: (folder: RawEntry) => boolean,
  onUnreadable: (path: Buffer) => void = () => undefined,
  folder: Buffer = Buffer.alloc(0),
  depth: number = 1,
): AsyncGenerator<RawEntry> {
  try {
    const listing = await opendir(folder.length > 0 ? join(root, folder) : root, { encoding: BYTES, bufferSize: 256 });
    for await (const { name } of listing) {
      const path = folder.length > 0 ? join(folder, Buffer.from(name)) : Buffer.from(name);
      const full = join(root, path);
      const stats = await lstat(full).catch(() => undefined);
      const entry = { path, full, depth, stats };
      yield entry;
      if (stats?.isDirectory() && enter(entry)) yield* rawWalk(root, enter, onUnreadable, path, depth + 1);
    }
  } catch {
    onUnreadable(folder);
  }
}

function join(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, SLASH, name]);
}
