import type { ContentType } from '@preflag/core';

/** Bytes of the beginning of a file that are looked at. */
export const HEAD_BYTES: number = 1 << 16;

const CONTAINERS = {
  zip: ['504b0304', '504b0506', '504b0708'],
  compound: ['d0cf11e0a1b11ae1'],
} as const;

/** True for the first bytes of a zip archive (PKWARE APPNOTE 4.3) or a compound file ([MS-CFB] 2.2). */
export function hasMagic(head: Buffer, container: keyof typeof CONTAINERS): boolean {
  return CONTAINERS[container].some((magic) => startsWith(head, magic));
}

/** The type of a file that its first bytes name. */
export function magicType(head: Buffer): ContentType | undefined {
  if (isPdf(head)) return 'pdf';
  if (head.subarray(0, 5).toString('latin1') === '{\\rtf') return 'rtf';
  return isImage(head) ? 'image' : undefined;
}

/** Readers look for the header in the first 1,024 bytes (ISO 32000-1, annex H.3.4.1). */
function isPdf(head: Buffer): boolean {
  const start = head.subarray(0, 1024).toString('latin1');
  return /^(?:\xEF\xBB\xBF)?\s*%PDF-/.test(start) || /%PDF-\d\.\d\s*[\r\n]/.test(start);
}

const IMAGES = ['89504e470d0a1a0a', 'ffd8ff', '474946383761', '474946383961', '49492a00', '4d4d002a'];
/** Sizes of the information header of a bitmap. */
const BITMAP_HEADERS = new Set([12, 40, 52, 56, 64, 108, 124]);

function isImage(head: Buffer): boolean {
  if (IMAGES.some((magic) => startsWith(head, magic))) return true;
  if (startsWith(head, '52494646')) return head.subarray(8, 12).toString('latin1') === 'WEBP';
  return startsWith(head, '424d') && head.length >= 18 && head.readUInt32LE(6) === 0 && BITMAP_HEADERS.has(head.readUInt32LE(14));
}

function startsWith(head: Buffer, hex: string): boolean {
  return head.subarray(0, hex.length / 2).toString('hex') === hex;
}
