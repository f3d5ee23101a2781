import type { FileHandle } from 'node:fs/promises';
import { isUtf8 } from 'node:buffer';
import type { Limits } from '@preflag/core';
import { limitError, ReadError } from './read-error.ts';

/** One file in a zip archive, as its central directory lists it. Sizes are what the archive claims. */
export interface ArchiveEntry {
  /** With `/`, without a leading one, in the case of the archive. */
  readonly name: string;
  readonly packedBytes: number;
  readonly claimedBytes: number;
  readonly crc: number;
  /** 0 stored, 8 deflated; others cannot be read. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Another entry has the same name, so that programs disagree on what the archive holds. */
  readonly duplicate: boolean;
  /** Where the local header begins. */
  readonly offset: number;
}

/**
 * Reads the central directory of a zip archive (PKWARE APPNOTE 6.3.10, 4.3.12 to 4.3.16), zip64 included.
 * The keys are {@link entryKey}s; folders are left out.
 * @throws ReadError `corrupt` when the directory contradicts the file, `limit` for `archiveEntries`
 */
export async function readDirectory(handle: FileHandle, size: number, limits: Limits): Promise<Map<string, ArchiveEntry>> {
  const end = await findEnd(handle, size);
  if (end.count > limits.archiveEntries) throw limitError('archiveEntries', limits, `The package lists ${end.count} entries, which`);
  const shift = await shiftOf(handle, end);
  const bytes = await readAt(handle, end.offset + shift, end.bytes, size);
  const entries = new Map<string, ArchiveEntry>();
  let at = 0;
  for (let index = 0; index < end.count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged('its directory breaks off');
    const next = at + 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) throw damaged('its directory breaks off');
    const entry = readEntry(bytes.subarray(at, next), shift);
    at = next;
    if (entry.name === '' || entry.name.endsWith('/')) continue;
    const key = entryKey(entry.name);
    entries.set(key, entries.has(key) ? { ...entry, duplicate: true } : entry);
  }
  return entries;
}

/** Names in packages compare without case (ECMA-376-2, 6.2.2.3), and some programs write `\`. */
export function entryKey(name: string): string {
  return cleanName(name).toLowerCase();
}

function cleanName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

interface DirectoryEnd {
  readonly count: number;
  readonly bytes: number;
  readonly offset: number;
  /** Where the directory must stop: the records of its end begin here. */
  readonly stop: number;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

async function findEnd(handle: FileHandle, size: number): Promise<DirectoryEnd> {
  const length = Math.min(size, END_BYTES + LONGEST_COMMENT);
  const tail = await readAt(handle, size - length, length, size);
  let at = -1;
  for (let index = length - END_BYTES; index >= 0 && at < 0; index--) {
    if (tail.readUInt32LE(index) === 0x06054b50 && index + END_BYTES + tail.readUInt16LE(index + 20) <= length) at = index;
  }
  if (at < 0) throw damaged('it has no directory at its end: it is cut off, or no zip package at all');
  const stop = size - length + at;
  const end = { count: tail.readUInt16LE(at + 10), bytes: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16), stop };
  const needs64 = end.count === 0xffff || end.bytes === 0xffffffff || end.offset === 0xffffffff;
  return needs64 && at >= 20 && tail.readUInt32LE(at - 20) === 0x07064b50 ? findEnd64(handle, readSafe(tail, at - 12), size) : end;
}

async function findEnd64(handle: FileHandle, offset: number, size: number): Promise<DirectoryEnd> {
  const record = await readAt(handle, offset, 56, size);
  if (record.readUInt32LE(0) !== 0x06064b50) throw damaged('its zip64 directory is not where it should be');
  return { count: readSafe(record, 32), bytes: readSafe(record, 40), offset: readSafe(record, 48), stop: offset };
}

/** Bytes in front of the archive move every offset. */
async function shiftOf(handle: FileHandle, end: DirectoryEnd): Promise<number> {
  const shift = end.stop - end.bytes - end.offset;
  if (shift === 0 || end.count === 0) return 0;
  const first = Buffer.alloc(4);
  await handle.read(first, 0, 4, end.offset);
  return first.readUInt32LE(0) === 0x02014b50 ? 0 : shift;
}

function readEntry(record: Buffer, shift: number): ArchiveEntry {
  const flags = record.readUInt16LE(8);
  const nameEnd = 46 + record.readUInt16LE(28);
  const nameBytes = record.subarray(46, nameEnd);
  let claimedBytes = record.readUInt32LE(24);
  let packedBytes = record.readUInt32LE(20);
  let offset = record.readUInt32LE(42);
  const wide = extraField(record.subarray(nameEnd, nameEnd + record.readUInt16LE(30)), 1);
  let at = 0;
  const widen = (value: number): number => {
    if (value !== 0xffffffff || !wide || at + 8 > wide.length) return value;
    at += 8;
    return readSafe(wide, at - 8);
  };
  claimedBytes = widen(claimedBytes);
  packedBytes = widen(packedBytes);
  offset = widen(offset);
  return {
    name: cleanName(nameBytes.toString(isUtf8(nameBytes) ? 'utf8' : 'latin1')),
    packedBytes,
    claimedBytes,
    crc: record.readUInt32LE(16),
    method: record.readUInt16LE(10),
    encrypted: (flags & 1) === 1,
    duplicate: false,
    offset: offset + shift,
  };
}

function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

function readSafe(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('it claims sizes that no file can have');
  return Number(value);
}

async function readAt(handle: FileHandle, offset: number, length: number, size: number): Promise<Buffer> {
  if (offset < 0 || length < 0 || offset + length > size) throw damaged('its directory points outside of the file');
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, offset);
  if (bytesRead !== length) throw damaged('it is cut off');
  return bytes;
}

function damaged(what: string): ReadError {
  return new ReadError({ kind: 'corrupt', text: `The zip package is damaged, ${what}: save or export the file again.` });
}
