import type { FileHandle } from 'node:fs/promises';
import type { ContentType } from '@preflag/core';

/** The type by the stream that an Office file of that kind must have. A password wraps the package whole ([MS-OFFCRYPTO] 2.3). */
const STREAMS: readonly (readonly [name: string, type: ContentType])[] = [
  ['EncryptedPackage', 'encrypted-office'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
];

/** The type of a compound file by its directory; `undefined` for one of another program, or a damaged one. */
export async function compoundType(handle: FileHandle, size: number): Promise<ContentType | undefined> {
  const names = await streamNames(handle, size);
  return STREAMS.find(([name]) => names.has(name))?.[1];
}

const ENTRY_BYTES = 128;
/** Sectors of the directory that are read; Office writes one to a few. */
const MOST_SECTORS = 256;
const LAST_SECTOR = 0xfffffffa;

/** Names in the directory ([MS-CFB] 2.2 header, 2.3 chains, 2.6 directory entries). */
async function streamNames(handle: FileHandle, size: number): Promise<Set<string>> {
  const header = await readAt(handle, 0, 512);
  const shift = header.readUInt16LE(30);
  const names = new Set<string>();
  if (shift !== 9 && shift !== 12) return names;
  const sectorBytes = 1 << shift;
  let sector = header.readUInt32LE(48);
  for (let count = 0; count < MOST_SECTORS && sector < LAST_SECTOR; count++) {
    const offset = (sector + 1) * sectorBytes;
    if (offset >= size) break;
    const bytes = await readAt(handle, offset, sectorBytes);
    for (let at = 0; at < sectorBytes; at += ENTRY_BYTES) {
      const length = Math.min(bytes.readUInt16LE(at + 64), 64);
      if (length > 2) names.add(bytes.toString('utf16le', at, at + length - 2));
    }
    sector = await nextSector(handle, header, sector, sectorBytes);
  }
  return names;
}

/** The first 109 sectors of the allocation table are listed in the header; a directory beyond them is not followed. */
async function nextSector(handle: FileHandle, header: Buffer, sector: number, sectorBytes: number): Promise<number> {
  const perSector = sectorBytes / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return LAST_SECTOR;
  const at = (header.readUInt32LE(76 + table * 4) + 1) * sectorBytes + (sector % perSector) * 4;
  return (await readAt(handle, at, 4)).readUInt32LE(0);
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await handle.read(bytes, 0, length, offset);
  return bytes;
}
