import { open } from 'node:fs/promises';
import { ReadError } from '../../archive/index.ts';
import type { FileSource } from '../../source.ts';

/** How a property list begins that Xcode compiled into the app. */
const COMPILED = 'bplist00';

/**
 * Compiled strings files stand in finished apps and frameworks, under the name of the file that was translated.
 * @throws {ReadError} for a compiled file
 */
export async function refuseCompiled({ path }: FileSource): Promise<void> {
  await using handle = await open(path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(COMPILED.length), 0, COMPILED.length, 0);
  if (buffer.toString('latin1', 0, bytesRead) === COMPILED)
    throw new ReadError({
      kind: 'unsupported',
      text: 'It is a compiled property list, not the text that was translated: give the .strings file of the project.',
    });
}
