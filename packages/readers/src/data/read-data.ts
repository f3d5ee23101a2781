import type { ReadFailure, ReadResult } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import { toFailure } from '../archive/index.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import { LineIndex, readText } from '../text/index.ts';
import { createData } from './data-model.ts';
import type { Data } from './model.ts';
import type { ParsedJson } from './parse-json.ts';
import { JsonError, parseJson } from './parse-json.ts';

/** Reads a json file. Never throws: a syntax error is `corrupt` with its line and column, what was found and what was expected. */
export async function readData(source: FileSource, options: ReadOptions): Promise<ReadResult<Data>> {
  try {
    const { text } = await readText(source, options);
    const lines = new LineIndex(text);
    const parsed = parse(text, lines, options);
    if ('kind' in parsed) return { ok: false, failure: parsed };
    const model = createData(source.file, text, lines, parsed);
    const partial = duplicateKeys(parsed, lines);
    return { ok: true, model, ...(partial && { partial: [partial] }) };
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

function parse(text: string, lines: LineIndex, { limits }: ReadOptions): ParsedJson | ReadFailure {
  try {
    return parseJson(text, limits.jsonDepth);
  } catch (thrown) {
    if (!(thrown instanceof JsonError)) throw thrown;
    const at = lines.position(thrown.offset);
    const where = `at line ${at.line}, column ${at.column}`;
    const place = { kind: 'text', start: at, end: at } as const;
    if (!thrown.isTooDeep) return { kind: 'corrupt', text: `The json is broken ${where}: ${thrown.message}.`, place };
    return {
      kind: 'limit',
      limit: 'jsonDepth',
      text: `The json nests arrays and objects deeper than ${formatLimit('jsonDepth', limits.jsonDepth)} levels ${where} (jsonDepth): make it flatter, or raise the limit.`,
      place,
    };
  }
}

function duplicateKeys({ duplicates }: ParsedJson, lines: LineIndex): ReadFailure | undefined {
  const [first, ...others] = duplicates;
  if (!first) return undefined;
  const at = lines.position(first.offset);
  const more = others.length > 0 ? `, and ${others.length} more ${others.length === 1 ? 'key does' : 'keys do'} so too` : '';
  return {
    kind: 'corrupt',
    text: `The key "${first.key}" stands twice in one object, again at line ${at.line}, column ${at.column}${more}: only the last value was read.`,
    place: { kind: 'text', start: at, end: at },
  };
}
