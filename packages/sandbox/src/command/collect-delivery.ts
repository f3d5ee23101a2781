import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { formatLimit, type Limits } from '@preflag/core';
import { workspacePath } from '../workspace-path.ts';
import { rawWalk } from './raw-walk.ts';
import type { CollectedFile, SkippedFile } from './types.ts';

export interface Delivery {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly manifest: readonly CollectedFile[];
  readonly skipped: readonly SkippedFile[];
  readonly message?: string;
}

export type CollectLimits = Pick<Limits, 'workspaceBytes' | 'deliveryFiles' | 'commandDepth'>;

/** The folder that is the delivery when a command made it. */
const DELIVER = 'deliver';
const MESSAGE = 'message.md';
const MAX_MESSAGE = 64 * 1024;
/** Of this the first are named; the rest is one entry. */
const MAX_SKIPPED = 1_000;
const SETUID = 0o6000;

/**
 * What a command leaves. When it made a folder `deliver`, what is in that: paths begin in it. Else the files that are new or
 * were changed, but for names that begin with a dot, `__pycache__` and `node_modules`. `message.md` is no file of the delivery.
 *
 * All that wrote there must be dead. Only regular files are opened, by their own name and not through links; what else there is,
 * is named in `skipped`.
 *
 * @param before what stood there at the start
 */
export async function collectDelivery(
  workspace: string,
  before: Readonly<Record<string, Uint8Array>>,
  limits: CollectLimits,
): Promise<Delivery> {
  const isMade = !Object.keys(before).some((path) => path.startsWith(`${DELIVER}/`));
  const folder = isMade ? await lstat(join(workspace, DELIVER)).catch(() => undefined) : undefined;
  const isDeliver = folder?.isDirectory() === true;
  const collection = new Collection(limits, isDeliver ? {} : before, isDeliver);
  await collection.walk(isDeliver ? join(workspace, DELIVER) : workspace);
  const message = isDeliver ? await readMessage(workspace, before) : collection.take(MESSAGE);
  return { ...collection.end(), ...(message && { message: Buffer.from(message.subarray(0, MAX_MESSAGE)).toString() }) };
}

class Collection {
  readonly #limits: CollectLimits;
  readonly #before: Readonly<Record<string, Uint8Array>>;
  readonly #isWhole: boolean;
  readonly #files = new Map<string, { readonly content: Uint8Array; readonly sha256: string }>();
  readonly #skipped: SkippedFile[] = [];
  #skippedMore = 0;
  #bytes = 0;

  constructor(limits: CollectLimits, before: Readonly<Record<string, Uint8Array>>, isWhole: boolean) {
    this.#limits = limits;
    this.#before = before;
    this.#isWhole = isWhole;
  }

  async walk(root: string): Promise<void> {
    const { commandDepth } = this.#limits;
    const isOut = (path: Buffer): boolean => !this.#isWhole && isLeftOut(path.toString());
    const entries = rawWalk(
      Buffer.from(root),
      ({ path, depth }) => !isOut(path) && depth < commandDepth,
      (path) => this.#skip(path, 'unreadable', 'The folder cannot be listed.'),
    );
    for await (const { path, full, depth, stats } of entries) {
      if (isOut(path)) continue;
      if (stats?.isDirectory()) {
        if (depth >= commandDepth) this.#skip(path, 'limit', `It is more than ${commandDepth} folders deep; what is inside was not read.`);
      } else await this.#add(path, full, stats);
    }
  }

  async #add(path: Buffer, full: Buffer, stats: Stats | undefined): Promise<void> {
    const refusal = stats ? refuse(stats) : ({ what: 'unreadable', text: 'It cannot be looked at.' } as const);
    if (refusal || !stats) {
      if (refusal) this.#skip(path, refusal.what, refusal.text);
      return;
    }
    const name = path.toString();
    const checked = Buffer.from(name).equals(path) ? workspacePath(name) : { ok: false as const, text: 'Its name is not UTF-8.' };
    const { workspaceBytes, deliveryFiles } = this.#limits;
    if (!checked.ok) this.#skip(path, 'name', checked.text);
    else if (this.#files.size >= deliveryFiles) {
      this.#skip(path, 'limit', `There are more than ${formatLimit('deliveryFiles', deliveryFiles)} files.`);
    } else if (this.#bytes + stats.size > workspaceBytes) {
      this.#skip(path, 'limit', `With it the files are more than ${formatLimit('workspaceBytes', workspaceBytes)} together.`);
    } else await this.#read(path, full, stats);
  }

  async #read(path: Buffer, full: Buffer, stats: Stats): Promise<void> {
    const name = path.toString();
    const content = await readRegular(full, stats);
    if (!content) {
      this.#skip(path, 'unreadable', 'It cannot be read.');
      return;
    }
    const given = Object.hasOwn(this.#before, name) ? this.#before[name] : undefined;
    if (given && Buffer.compare(given, content) === 0) return;
    this.#bytes += content.length;
    this.#files.set(name, { content, sha256: createHash('sha256').update(content).digest('hex') });
  }

  #skip(path: Buffer, what: SkippedFile['what'], text: string): void {
    if (this.#skipped.length < MAX_SKIPPED) this.#skipped.push({ path: show(path), what, text });
    else this.#skippedMore += 1;
  }

  /** Takes a file out. */
  take(path: string): Uint8Array | undefined {
    const taken = this.#files.get(path)?.content;
    this.#files.delete(path);
    return taken;
  }

  end(): Delivery {
    const files = [...this.#files].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const more = `${this.#skippedMore.toLocaleString('en-US')} more were skipped.`;
    return {
      files: Object.fromEntries(files.map(([path, { content }]) => [path, content])),
      manifest: files.map(([path, { content, sha256 }]) => ({ path, bytes: content.length, sha256 })),
      skipped: [
        ...this.#skipped.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
        ...(this.#skippedMore > 0 ? [{ path: '.', what: 'limit', text: more } as const] : []),
      ],
    };
  }
}

/** `message.md` beside a folder `deliver`, when it is new or changed. */
async function readMessage(workspace: string, before: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array | undefined> {
  const full = Buffer.from(join(workspace, MESSAGE));
  const stats = await lstat(full).catch(() => undefined);
  if (!stats || refuse(stats) || stats.size > MAX_MESSAGE) return undefined;
  const content = await readRegular(full, stats);
  const given = before[MESSAGE];
  return content && given && Buffer.compare(given, content) === 0 ? undefined : content;
}

function isLeftOut(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') || name === '__pycache__' || name === 'node_modules');
}

function refuse(stats: Stats): Pick<SkippedFile, 'what' | 'text'> | undefined {
  if (stats.isSymbolicLink()) return { what: 'link', text: 'It is a link. Links are not followed; deliver the file itself.' };
  if (stats.isFIFO()) return { what: 'fifo', text: 'It is a named pipe, not a file.' };
  if (stats.isSocket()) return { what: 'socket', text: 'It is a socket, not a file.' };
  if (!stats.isFile()) return { what: 'device', text: 'It is a device, not a file.' };
  if (stats.nlink > 1) return { what: 'hard-link', text: 'It is one of several names of a file (a hard link). Deliver a copy.' };
  if ((stats.mode & SETUID) !== 0) return { what: 'setuid', text: 'It would run with the rights of its owner (setuid or setgid).' };
  return undefined;
}

/** Opens without following a link that took the file's place and without waiting on a pipe, and looks again at what was opened. */
async function readRegular(full: Buffer, seen: Stats): Promise<Uint8Array | undefined> {
  try {
    const handle = await open(full, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await handle.stat();
      const isSame = stats.isFile() && stats.dev === seen.dev && stats.ino === seen.ino && stats.size === seen.size && stats.nlink === 1;
      return isSame ? await handle.readFile() : undefined;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** A path to be shown: control characters, and bytes of a name that is no UTF-8, as `\xff`. */
function show(path: Buffer): string {
  const text = path.toString();
  const isText = Buffer.from(text).equals(path);
  const hidden = isText ? /[\u0000-\u001f\u007f-\u009f]/g : /[\u0000-\u001f\u007f-\u00ff]/g;
  return (isText ? text : path.toString('latin1')).replace(
    hidden,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
