import { DEFAULT_LIMITS, formatLimit, type Json } from '@preflag/core';
import { ToolError } from '@preflag/sandbox';
import type { LoopFiles } from './loop-files.ts';
import { renderFile } from './render-file.ts';
import { showBytes } from './show.ts';
import { textAt } from './text-at.ts';

/** Most characters of one page. */
export const MAX_PAGE = 40_000;
const PAGE = 20_000;

/** A page of a file as text. */
export async function readFileTool(files: LoopFiles, given: Readonly<Record<string, Json>>, signal: AbortSignal): Promise<string> {
  const { offset = 0, limit = PAGE } = given;
  const [path = '', sheet, encoding] = [textAt(given, 'path'), textAt(given, 'sheet'), textAt(given, 'encoding')];
  const bytes = files.read(path);
  if (bytes.length === 0) return 'The file is empty.';
  const plain = sheet === undefined ? decode(bytes, encoding) : undefined;
  const text = plain ?? (await renderFile(path, bytes, sheet, signal));
  return page(text, Number(offset), Number(limit), `${path}, ${showBytes(bytes.length)}`);
}

function page(text: string, offset: number, limit: number, name: string): string {
  if (offset > 0 && offset >= text.length) return `${name}: it has only ${count(text.length)} characters.`;
  const end = offset + limit;
  const more = text.length - end;
  const shown = text.slice(offset, end);
  return more > 0 ? `${shown}\n[… ${count(more)} more characters: ask with offset ${end}]` : shown;
}

/** Text as it stands, in the encoding that was given, else UTF-16 with its mark, else UTF-8; `undefined` for what is none of these. */
function decode(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (encoding === undefined && marked === undefined && bytes.subarray(0, 8192).includes(0)) return undefined;
  if (bytes.length > DEFAULT_LIMITS.textBytes) {
    throw new ToolError(`The text is longer than ${formatLimit('textBytes', DEFAULT_LIMITS.textBytes)}: look at it with run_code.`);
  }
  try {
    return new TextDecoder(encoding ?? marked ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (encoding === undefined) return undefined;
    throw new ToolError(`The file cannot be read as '${encoding}'.`, { cause: error });
  }
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
