import type { Json } from '@preflag/core';
import type { LineIndex } from '../text/index.ts';
import { describeText, surroundText } from '../text/index.ts';
import type { Data } from './model.ts';
import type { ParsedJson } from './parse-json.ts';

interface Found {
  readonly value: Json;
  readonly offset: number;
  /** `rows › 3 › name`: people count from 1. */
  readonly words: readonly string[];
}

/** The model of a json file that was parsed. */
export function createData(file: string, text: string, lines: LineIndex, { value, start, offsets }: ParsedJson): Data {
  const find = (pointer: string): Found | undefined => {
    let found: Found = { value, offset: start, words: [] };
    for (const key of pointerKeys(pointer) ?? [null]) {
      const container = found.value;
      if (key === null || typeof container !== 'object' || container === null) return undefined;
      const isIndex = !Array.isArray(container) || /^(?:0|[1-9]\d*)$/.test(key);
      const offset = isIndex ? (offsets.get(container) as Record<string, number> | undefined)?.[key] : undefined;
      if (offset === undefined) return undefined;
      const word = Array.isArray(container) ? String(Number(key) + 1) : key;
      found = { value: (container as Record<string, Json>)[key] ?? null, offset, words: [...found.words, word] };
    }
    return found;
  };
  return {
    kind: 'data',
    file,
    value,
    position(pointer) {
      const found = find(pointer);
      return found && lines.position(found.offset);
    },
    surround(at) {
      const start = at.kind === 'text' ? lines.offset(at.start) : at.kind === 'pointer' ? find(at.path)?.offset : undefined;
      return start === undefined ? undefined : surroundText(text, start, at.kind === 'text' ? (lines.offset(at.end) ?? start) : start);
    },
    describe(at) {
      if (at.kind === 'text') return describeText(at, text, lines);
      const found = at.kind === 'pointer' ? find(at.path) : undefined;
      if (at.kind !== 'pointer' || !found) return { place: at.kind === 'file' ? '' : at.kind, anchor: at.kind === 'file' ? '' : at.kind };
      return { place: found.words.join(' › ') || 'the whole value', anchor: at.path, excerpt: excerptOf(found.value) };
    },
  };
}

/** The keys of a JSON pointer (RFC 6901, 4); `undefined` when it is none. */
function pointerKeys(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** One step of a JSON pointer. */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function excerptOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value).slice(0, 1000);
}
