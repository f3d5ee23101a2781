import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { ReadFailure } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from './archive.ts';
import { openArchive } from './archive.ts';
import { toFailure } from './read-error.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const text = Buffer.from('hello '.repeat(1000));

describe('openArchive', () => {
  it('reads packed and stored entries by name, whatever their case and slashes', async () => {
    const archive = await opened(
      zipSync({
        'xl\\Workbook.xml': text,
        '/a/B.xml': [Buffer.from('stored'), { level: 0 }],
        'empty.bin': new Uint8Array(),
        'folder/': new Uint8Array(),
      }),
    );
    expect([...archive.entries.keys()]).toEqual(['xl/workbook.xml', 'a/b.xml', 'empty.bin']);
    expect(archive.has('/XL/workbook.xml')).toBe(true);
    expect(await archive.read('xl/workbook.xml')).toEqual(text);
    expect((await archive.read('a/b.xml')).toString()).toBe('stored');
    expect((await archive.read('empty.bin')).length).toBe(0);
    await archive.close();
  });

  it('reads data descriptors, zip64, bytes in front and a comment at the end', async () => {
    const plain = zip([{ name: 'a', data: text, descriptor: true }], { comment: 'a comment' });
    const wide = zip([{ name: 'a', data: text }], { zip64: true });
    const moved = Buffer.concat([Buffer.from('#!/bin/sh\n'), zip([{ name: 'a', data: text }])]);
    for (const bytes of [plain, wide, moved]) {
      const archive = await opened(bytes);
      expect(await archive.read('a')).toEqual(text);
      await archive.close();
    }
  });

  it.each<[string, Buffer, ReadFailure['kind'], RegExp]>([
    ['an empty file', Buffer.alloc(0), 'corrupt', /no directory at its end/],
    ['text', Buffer.from('id,name\n1,a\n'), 'corrupt', /no directory at its end/],
    ['half of an archive', zip([{ name: 'a', data: text }]).subarray(0, 50), 'corrupt', /cut off/],
    ['a directory that lies outside', zip([{ name: 'a', data: text }], { directoryBytes: 9999 }), 'corrupt', /points outside/],
    ['a directory that breaks off', zip([{ name: 'a', data: text }], { count: 2 }), 'corrupt', /breaks off/],
    ['more entries than allowed', zip([], { count: 20_000 }), 'limit', /archiveEntries/],
    ['a compound file', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'unsupported', /before 2007/],
    [
      'a compound file with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
      /password/,
    ],
  ])('refuses %s', async (_name, bytes, kind, message) => {
    const result = await openArchive(file(bytes), DEFAULT_LIMITS);
    expect(result).toMatchObject({ ok: false, failure: { kind, text: expect.stringMatching(message) } });
  });

  it('says that a file is missing', async () => {
    expect(await openArchive(join(folder, 'nowhere.xlsx'), DEFAULT_LIMITS)).toEqual({
      ok: false,
      failure: { kind: 'missing', text: 'The file is not there.' },
    });
  });

  it.each<[string, Buffer, ReadFailure['kind'], RegExp]>([
    [
      'a size that is claimed too small',
      zip([{ name: 'a', data: text, claim: 10 }]),
      'corrupt',
      /holds 6000 bytes where the package claims 10/,
    ],
    ['a size that is claimed too large', zip([{ name: 'a', data: text, claim: 1e6 }]), 'corrupt', /claims 1000000/],
    ['a wrong checksum', zip([{ name: 'a', data: text, crc: 1 }]), 'corrupt', /checksum/],
    [
      'an entry that is there twice',
      zip([
        { name: 'a', data: text },
        { name: 'A', data: text },
      ]),
      'corrupt',
      /more than once/,
    ],
    ['garbage instead of deflate', zip([{ name: 'a', data: text, packed: Buffer.from('garbage') }]), 'corrupt', /cannot be inflated/],
    ['an unknown method', zip([{ name: 'a', data: text, method: 12 }]), 'unsupported', /method 12/],
    ['an encrypted entry', zip([{ name: 'a', data: text, flags: 1 }]), 'encrypted', /password/],
    ['a header that is not there', zip([{ name: 'a', data: text, offset: 7 }]), 'corrupt', /not where the package says/],
    ['a part that is too large', zip([{ name: 'a', data: Buffer.alloc(70 << 20) }]), 'limit', /partBytes/],
  ])('refuses to read %s', async (_name, bytes, kind, message) => {
    const archive = await opened(bytes, { inflateRatio: 1e9 });
    const failure = await archive.read('a').then(() => undefined, toFailure);
    expect(failure).toMatchObject({ kind, text: expect.stringMatching(message), place: { kind: 'part' } });
    await archive.close();
  });

  it('counts what is inflated, per entry and together, and a part that is read twice once', async () => {
    const bytes = zip([
      { name: 'a', data: Buffer.alloc(2 << 20) },
      { name: 'b', data: Buffer.alloc(2 << 20) },
    ]);
    const archive = await opened(bytes, { inflatedBytes: 3 << 20, inflateRatio: 1e9 });
    await archive.read('a');
    await archive.read('a');
    expect(toFailure(await archive.read('b').catch((thrown: unknown) => thrown))).toMatchObject({ kind: 'limit', limit: 'inflatedBytes' });
    await archive.close();
    const strict = await opened(bytes, { inflateRatio: 100 });
    expect(toFailure(await strict.read('a').catch((thrown: unknown) => thrown))).toMatchObject({ kind: 'limit', limit: 'inflateRatio' });
    await strict.close();
  });

  it('lets go of a stream that is left early', async () => {
    const archive = await opened(zip([{ name: 'a', data: Buffer.alloc(4 << 20, 'x') }]), { inflateRatio: 1e9 });
    for await (const chunk of archive.stream('a')) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect((await archive.read('a')).length).toBe(4 << 20);
    await archive.close();
  });
});

async function opened(bytes: Uint8Array, limits: Partial<typeof DEFAULT_LIMITS> = {}): Promise<Archive> {
  const result = await openArchive(file(bytes), { ...DEFAULT_LIMITS, ...limits });
  if (!result.ok) throw new Error(result.failure.text);
  return result.archive;
}

let files = 0;
function file(bytes: Uint8Array): string {
  const path = join(folder, `${files++}.zip`);
  writeFileSync(path, bytes);
  return path;
}

interface TestEntry {
  readonly name: string;
  readonly data: Buffer;
  readonly packed?: Buffer;
  readonly claim?: number;
  readonly crc?: number;
  readonly method?: number;
  readonly flags?: number;
  readonly offset?: number;
  readonly descriptor?: boolean;
}

/** Writes archives that lie where they are told to. */
function zip(
  entries: readonly TestEntry[],
  end: { comment?: string; count?: number; directoryBytes?: number; zip64?: boolean } = {},
): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const packed = entry.packed ?? deflateRawSync(entry.data);
    const crc = entry.crc ?? crc32(entry.data);
    const name = Buffer.from(entry.name);
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0);
    const method = entry.method ?? 8;
    const size = entry.claim ?? entry.data.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(name.length, 26);
    const descriptor = Buffer.alloc(entry.descriptor ? 16 : 0, 0x50);
    files.push(local, name, packed, descriptor);
    const wide = Buffer.alloc(end.zip64 ? 28 : 0);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(end.zip64 ? 0xffffffff : packed.length, 20);
    central.writeUInt32LE(end.zip64 ? 0xffffffff : size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(wide.length, 30);
    central.writeUInt32LE(end.zip64 ? 0xffffffff : (entry.offset ?? at), 42);
    if (end.zip64) {
      wide.writeUInt16LE(1, 0);
      wide.writeUInt16LE(24, 2);
      wide.writeBigUInt64LE(BigInt(size), 4);
      wide.writeBigUInt64LE(BigInt(packed.length), 12);
      wide.writeBigUInt64LE(BigInt(at), 20);
    }
    directory.push(central, name, wide);
    at += 30 + name.length + packed.length + descriptor.length;
  }
  const list = Buffer.concat(directory);
  const count = end.count ?? entries.length;
  const comment = Buffer.from(end.comment ?? '');
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(end.zip64 ? 0xffff : count, 10);
  record.writeUInt32LE(end.zip64 ? 0xffffffff : (end.directoryBytes ?? list.length), 12);
  record.writeUInt32LE(end.zip64 ? 0xffffffff : at, 16);
  record.writeUInt16LE(comment.length, 20);
  const wide = Buffer.alloc(end.zip64 ? 76 : 0);
  if (end.zip64) {
    wide.writeUInt32LE(0x06064b50, 0);
    wide.writeBigUInt64LE(BigInt(count), 32);
    wide.writeBigUInt64LE(BigInt(list.length), 40);
    wide.writeBigUInt64LE(BigInt(at), 48);
    wide.writeUInt32LE(0x07064b50, 56);
    wide.writeBigUInt64LE(BigInt(at + list.length), 64);
  }
  return Buffer.concat([...files, list, wide, record, comment]);
}
