import type { Json } from '@preflag/core';
import { pointerStep } from '../data/data-model.ts';
import type { Data } from '../data/model.ts';
import type { Languages } from './bitext-model.ts';
import { createBitext } from './bitext-model.ts';
import type { Bitext, Segment } from './model.ts';

/** Pairs the texts of two json files by JSON pointer; the id of a segment is its pointer in the source. */
export function alignData(source: Data, target: Data, languages: Languages): Bitext {
  const segments: Segment[] = [];
  const [from, to] = [localeRoot(source.value, languages.source), localeRoot(target.value, languages.target)];
  const isWrapped = from !== undefined && to !== undefined && from !== to;
  if (isWrapped) walk(segments, memberOf(source.value, from), memberOf(target.value, to), pointerStep(from), pointerStep(to));
  else walk(segments, source.value, target.value, '', '');
  return createBitext(source, target, languages, segments);
}

/** Files of messages may hold everything under the language's name. */
function localeRoot(value: Json, language: string | undefined): string | undefined {
  const [only, ...others] = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  const isLocale = only !== undefined && others.length === 0 && /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(only);
  const isDeclared = language === undefined || only?.split(/[-_]/)[0] === language.toLowerCase().split(/[-_]/)[0];
  return isLocale && isDeclared ? only : undefined;
}

function walk(segments: Segment[], source: Json | undefined, target: Json | undefined, sourceAt: string, targetAt: string): void {
  if (typeof source === 'string' || typeof target === 'string')
    segments.push(segmentOf(typeof source === 'string' ? source : undefined, target, sourceAt, targetAt));
  if (typeof source === 'string') return;
  for (const key of keysOf(source, target)) {
    const step = pointerStep(key);
    walk(segments, memberOf(source, key), memberOf(target, key), sourceAt + step, targetAt + step);
  }
}

function segmentOf(source: string | undefined, target: Json | undefined, sourceAt: string, targetAt: string): Segment {
  return {
    id: source === undefined ? `+ ${targetAt}` : sourceAt,
    role: 'other',
    ...(source !== undefined && { source, sourceProse: source, sourceAt: { kind: 'pointer', path: sourceAt } as const }),
    ...(typeof target === 'string' && { target, targetProse: target, targetAt: { kind: 'pointer', path: targetAt } as const }),
    alignment: 'exact',
  };
}

/** The source's keys in its order, then those that only the target has. */
function keysOf(source: Json | undefined, target: Json | undefined): Set<string> {
  return new Set([source, target].flatMap((value) => (typeof value === 'object' && value !== null ? Object.keys(value) : [])));
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, Json>>)[key]
    : undefined;
}
