import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import type { ContentType } from '@preflag/core';
import { compoundType } from './compound-type.ts';
import { HEAD_BYTES, hasMagic, magicType } from './magic.ts';
import { textType } from './text-type.ts';
import { zipType } from './zip-type.ts';

/**
 * What a file truly holds: by its first bytes, the directory of a zip package or compound file, and the shape of its text.
 * The extension of `name` decides only between kinds of text that bytes cannot tell apart.
 * Cheap, and never throws: what cannot be opened is `other`.
 */
export async function detectType(path: string, name: string): Promise<ContentType> {
  try {
    if (!(await stat(path)).isFile()) return 'other';
    await using handle = await open(path);
    return await typeOf(handle, path, name);
  } catch {
    return 'other';
  }
}

async function typeOf(handle: FileHandle, path: string, name: string): Promise<ContentType> {
  const { size } = await handle.stat();
  if (size === 0) return 'empty';
  const buffer = Buffer.alloc(Math.min(size, HEAD_BYTES));
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
  const head = buffer.subarray(0, bytesRead);
  if (hasMagic(head, 'zip')) return zipType(path, head);
  if (hasMagic(head, 'compound')) return (await compoundType(handle, size)) ?? 'other';
  return magicType(head) ?? (await textType(handle, size, head, name));
}
