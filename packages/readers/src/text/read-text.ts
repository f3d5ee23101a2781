import { open } from 'node:fs/promises';
import { limitError } from '../archive/index.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import type { DecodedText } from './decode-text.ts';
import { decodeText } from './decode-text.ts';

/**
 * The whole text of a file, up to `limits.textBytes`.
 * @throws ReadError `limit` or `encoding`; the file system's error when the file is gone
 */
export async function readText(source: FileSource, { limits, encoding }: ReadOptions): Promise<DecodedText> {
  await using handle = await open(source.path);
  const { size } = await handle.stat();
  if (size > limits.textBytes) throw limitError('textBytes', limits, 'The file');
  return decodeText(await handle.readFile(), encoding);
}
