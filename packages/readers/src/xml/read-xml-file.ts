import { open } from 'node:fs/promises';
import type { Position, ReadFailure } from '@preflag/core';
import { limitError, ReadError, toFailure } from '../archive/index.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import { LineIndex } from '../text/index.ts';
import { xmlDecoder } from './decode-xml.ts';
import { xmlWriter, type XmlHandlers } from './parse-xml.ts';

/** An XML file that was walked, in full or up to its first error. */
export interface XmlFile {
  readonly text: string;
  readonly lines: LineIndex;
  readonly failure?: ReadFailure;
}

/**
 * Walks a whole XML file whose outermost element is `root`, up to `limits.textBytes`. What handlers saw before an error in the XML stays with them.
 * @param handlersFor is given a function that tells where the parser stands: behind the tag that a handler is called for
 * @throws ReadError `limit` or `encoding`; the file system's error when the file is gone
 */
export async function readXmlFile(
  source: FileSource,
  { limits }: ReadOptions,
  root: string,
  handlersFor: (position: () => Position) => XmlHandlers,
): Promise<XmlFile> {
  await using handle = await open(source.path);
  const { size } = await handle.stat();
  if (size > limits.textBytes) throw limitError('textBytes', limits, 'The file');
  const bytes = await handle.readFile();
  const text = xmlDecoder(bytes, source.file).decode(bytes);
  const lines = new LineIndex(text);
  const handlers = handlersFor(() => writer.position());
  let isOpen = false;
  const checked: XmlHandlers = {
    open(element) {
      if (!isOpen && element.local !== root) throw otherRoot(element.local, root);
      isOpen = true;
      handlers.open?.(element);
    },
    text: (piece) => handlers.text?.(piece),
    close: (element) => handlers.close?.(element),
  };
  const writer = xmlWriter(checked, { part: source.file, limits, isFile: true });
  try {
    writer.write(text);
    writer.close();
    return { text, lines };
  } catch (thrown) {
    return { text, lines, failure: toFailure(thrown) };
  }
}

function otherRoot(found: string, root: string): ReadError {
  return new ReadError({ kind: 'corrupt', text: `The outermost element is <${found}>, and this format has <${root}>.` });
}
