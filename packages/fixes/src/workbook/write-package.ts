import { deflateRawSync, crc32 } from 'node:zlib';
import type { Archive, ArchiveEntry } from '@preflag/readers';
import { Zip, type ZipInputFile } from 'fflate';

/** The package with some parts replaced. The others are copied as they are packed: not even their compression changes. */
export async function* writePackage(archive: Archive, parts: ReadonlyMap<string, Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const entry of archive.entries.values()) {
    const replaced = parts.get(entry.name);
    if (replaced) {
      const file = fileOf({ name: entry.name, method: 8, crc: crc32(replaced), claimedBytes: replaced.length });
      zip.add(file);
      file.ondata?.(null, new Uint8Array(deflateRawSync(replaced)), true);
    } else {
      const file = fileOf(entry);
      zip.add(file);
      for await (const chunk of archive.packed(entry.name)) {
        file.ondata?.(null, new Uint8Array(chunk), false);
        yield* chunks.splice(0);
      }
      file.ondata?.(null, new Uint8Array(), true);
    }
    yield* chunks.splice(0);
  }
  zip.end();
  yield* chunks.splice(0);
}

/** The least time that a zip archive can hold: copies of the same file are the same. */
const TIME = '1980-01-01T00:00:00';

function fileOf({ name, method, crc, claimedBytes }: Pick<ArchiveEntry, 'name' | 'method' | 'crc' | 'claimedBytes'>): ZipInputFile {
  return { filename: name, compression: method, crc, size: claimedBytes, mtime: TIME };
}
