import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Limits, ReadFailure } from '@preflag/core';
import { messageOf } from '@preflag/core';
import type { ArchiveEntry } from './directory.ts';
import { entryKey, readDirectory } from './directory.ts';
import { corruptPart, limitError, ReadError, toFailure } from './read-error.ts';

/** A zip package (xlsx, docx) that is open for reading. Sizes and checksums are counted while inflating, never believed. */
export interface Archive extends AsyncDisposable {
  /** By name, lower-case and with `/`. */
  readonly entries: ReadonlyMap<string, ArchiveEntry>;
  /** Names compare without case and without a leading `/`. */
  has(name: string): boolean;
  /**
   * A whole part, up to `limits.partBytes`.
   * @throws ReadError when it is not there, damaged, encrypted or beyond a limit
   */
  read(name: string): Promise<Buffer>;
  /**
   * A part in chunks of at most 256 KB, that are valid until the next one.
   * @throws ReadError as `read`; the checksum is compared after the last chunk
   */
  stream(name: string): AsyncIterable<Buffer>;
  /** A part as it is packed, in chunks. @throws ReadError when it is not there, encrypted, or not where the package says */
  packed(name: string): AsyncIterable<Buffer>;
  close(): Promise<void>;
}

/** Opens the zip package at `path`. Close it, or bind it with `await using`. */
export async function openArchive(
  path: string,
  limits: Limits,
): Promise<{ readonly ok: true; readonly archive: Archive } | { readonly ok: false; readonly failure: ReadFailure }> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const { size } = await handle.stat();
    if (size > limits.fileBytes) throw limitError('fileBytes', limits, 'The file');
    await refuseCompoundFile(handle);
    return { ok: true, archive: new ZipArchive(handle, size, await readDirectory(handle, size, limits), limits) };
  } catch (thrown) {
    await handle?.close();
    return { ok: false, failure: toFailure(thrown) };
  }
}

/** Office files with a password are compound files ([MS-OFFCRYPTO] 2.3), as are those of before 2007. */
async function refuseCompoundFile(handle: FileHandle): Promise<void> {
  const start = Buffer.alloc(8);
  await handle.read(start, 0, 8, 0);
  if (start.toString('hex') !== 'd0cf11e0a1b11ae1') return;
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(Math.min(size, 1 << 22));
  await handle.read(bytes, 0, bytes.length, 0);
  throw new ReadError(
    bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? { kind: 'encrypted', text: 'The file is protected by a password: deliver it without one.' }
      : { kind: 'unsupported', text: 'The file is in the binary Office format of before 2007: save it as xlsx or docx.' },
  );
}

const CHUNK_BYTES = 1 << 18;
/** Small parts may be packed as tightly as they like. */
const RATIO_FROM_BYTES = 1 << 20;

class ZipArchive implements Archive {
  readonly entries: ReadonlyMap<string, ArchiveEntry>;
  readonly #handle: FileHandle;
  readonly #size: number;
  readonly #limits: Limits;
  /** The most bytes that each part was inflated to: one that is read again counts once. */
  readonly #inflated = new Map<ArchiveEntry, number>();
  #inflatedBytes = 0;

  constructor(handle: FileHandle, size: number, entries: ReadonlyMap<string, ArchiveEntry>, limits: Limits) {
    this.#handle = handle;
    this.#size = size;
    this.entries = entries;
    this.#limits = limits;
  }

  has(name: string): boolean {
    return this.entries.has(entryKey(name));
  }

  async read(name: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of this.stream(name)) {
      bytes += chunk.length;
      if (bytes > this.#limits.partBytes) throw limitError('partBytes', this.#limits, `The part ${name}`, { kind: 'part', name });
      chunks.push(chunk);
    }
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, bytes);
  }

  async *packed(name: string): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of (await this.#openPacked(this.#entry(name))) as AsyncIterable<Buffer>) yield chunk;
  }

  async *stream(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.#entry(name);
    const packed = await this.#openPacked(entry);
    const inflating = entry.method === 0 ? packed : inflate(packed);
    let bytes = 0;
    let crc = 0;
    try {
      for await (const chunk of inflating as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        this.#count(entry, bytes);
        crc = crc32(chunk, crc);
        yield chunk;
      }
    } catch (thrown) {
      throw thrown instanceof ReadError
        ? thrown
        : corruptPart(entry.name, `The part ${entry.name} of the package cannot be inflated (${messageOf(thrown)}).`, thrown);
    } finally {
      packed.destroy();
      inflating.destroy();
    }
    if (bytes !== entry.claimedBytes) {
      throw corruptPart(entry.name, `The part ${entry.name} holds ${bytes} bytes where the package claims ${entry.claimedBytes}.`);
    }
    if (crc !== entry.crc) throw corruptPart(entry.name, `The part ${entry.name} is damaged: its checksum is not the one in the package.`);
  }

  #entry(name: string): ArchiveEntry {
    const entry = this.entries.get(entryKey(name));
    if (!entry) throw corruptPart(name, `The package has no part ${name}, which it must have: save or export the file again.`);
    return entry;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #openPacked(entry: ArchiveEntry): Promise<Readable> {
    const place = { kind: 'part', name: entry.name } as const;
    if (entry.duplicate)
      throw corruptPart(entry.name, `The package holds ${entry.name} more than once, so that programs disagree on what it says.`);
    if (entry.encrypted)
      throw new ReadError({ kind: 'encrypted', text: 'The package is protected by a password: deliver it without one.', place });
    if (entry.method !== 0 && entry.method !== 8) {
      throw new ReadError({
        kind: 'unsupported',
        text: `The part ${entry.name} is packed by method ${entry.method}; only deflate is read.`,
        place,
      });
    }
    const header = Buffer.alloc(30);
    const { bytesRead } = await this.#handle.read(header, 0, 30, entry.offset);
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (bytesRead < 30 || header.readUInt32LE(0) !== 0x04034b50 || start + entry.packedBytes > this.#size) {
      throw corruptPart(entry.name, `The part ${entry.name} is not where the package says: the file is cut off or damaged.`);
    }
    return Readable.from(this.#packedChunks(start, entry.packedBytes), { objectMode: false, highWaterMark: CHUNK_BYTES });
  }

  /** Not a file stream: one would close the handle with itself. */
  async *#packedChunks(start: number, bytes: number): AsyncGenerator<Buffer, void, undefined> {
    for (let at = 0; at < bytes; at += CHUNK_BYTES) {
      const chunk = Buffer.allocUnsafeSlow(Math.min(CHUNK_BYTES, bytes - at));
      const { bytesRead } = await this.#handle.read(chunk, 0, chunk.length, start + at);
      if (bytesRead < chunk.length) throw new Error('the file became shorter while it was read');
      yield chunk;
    }
  }

  #count(entry: ArchiveEntry, bytes: number): void {
    const before = this.#inflated.get(entry) ?? 0;
    if (bytes <= before) return;
    this.#inflatedBytes += bytes - before;
    this.#inflated.set(entry, bytes);
    const place = { kind: 'part', name: entry.name } as const;
    if (this.#inflatedBytes > this.#limits.inflatedBytes)
      throw limitError('inflatedBytes', this.#limits, 'The package, when inflated,', place);
    if (bytes > RATIO_FROM_BYTES && bytes > entry.packedBytes * this.#limits.inflateRatio) {
      throw limitError('inflateRatio', this.#limits, `The part ${entry.name}, when inflated,`, place);
    }
  }
}

const INFLATE = { chunkSize: CHUNK_BYTES, highWaterMark: CHUNK_BYTES };

function inflate(packed: Readable): Readable {
  const inflating = createInflateRaw(INFLATE);
  packed.on('error', (error) => inflating.destroy(error));
  return packed.pipe(inflating);
}
