import type { Json } from '@preflag/core';
import { pointerStep } from '../data/data-model.ts';
import type { Data } from '../data/model.ts';
import type { Languages } from './bitext-model.ts';
import { createBitext } from './bitext-model.ts';
import { canonicalTag, isLanguage, languageInPath } from './language-tags.ts';
import { hasComments, hasMessageEntries, textKeyOf } from './message-entries.ts';
import type { Bitext, DeclaredLanguage, Segment } from './model.ts';

/**
 * Pairs the texts of two json files by JSON pointer; the id of a segment is its pointer in the source. Keys of plural forms as i18next has
 * them (`item_one`, `item_other`) that only the target has stand beside the source's `other`; what files say of their texts is left out.
 */
export function alignData(source: Data, target: Data, languages: Languages): Bitext {
  const segments: Segment[] = [];
  const [from, to] = [localeRoot(source.value, languages.source), localeRoot(target.value, languages.target)];
  const isWrapped = from !== undefined && to !== undefined && from !== to;
  const walk: Walk = { segments, hasEntries: hasMessageEntries(source.value) };
  if (isWrapped) pair(walk, memberOf(source.value, from), memberOf(target.value, to), pointerStep(from), pointerStep(to));
  else pair(walk, source.value, target.value, '', '');
  const declared = [...declaredIn(source.value, 'source'), ...declaredIn(target.value, 'target'), ...namedIn(source.file, target.file)];
  const languageOf = (side: 'source' | 'target'): string | undefined =>
    languages[side] ?? declared.filter((one) => one.side === side).map(({ language }) => canonicalTag(language))[0];
  return createBitext(
    source,
    target,
    { source: languageOf('source'), target: languageOf('target') },
    withPlurals(segments),
    declared.length === 0 ? undefined : { format: 'json', problems: [], duplicates: [], declared },
  );
}

/** `@@locale` of an arb file. */
function declaredIn(value: Json, side: DeclaredLanguage['side']): DeclaredLanguage[] {
  const language = memberOf(value, '@@locale');
  const at = side === 'target' ? ({ kind: 'pointer', path: '/@@locale' } as const) : ({ kind: 'file' } as const);
  return typeof language === 'string' ? [{ side, language, by: '@@locale', at }] : [];
}

/** The languages of `en.json` and `pl.json`: two names that are codes of languages only, or folders of these names, are no coincidence. */
function namedIn(sourceFile: string, targetFile: string): DeclaredLanguage[] {
  const [source, target] = [languageInPath(sourceFile), languageInPath(targetFile)];
  if (source === undefined || target === undefined || isLanguage(source, target)) return [];
  const at = { kind: 'file' } as const;
  return [
    { side: 'source', language: source, by: `the source ${sourceFile}`, at },
    { side: 'target', language: target, by: 'the name of the file', at },
  ];
}

const FORM = /^(.*?[^_])_(?:ordinal_)?(zero|one|two|few|many|other)$/s;

/** Tells forms of a plural, where one of a key is `other`, and gives those without a source the text of the source's `other`. */
function withPlurals(segments: readonly Segment[]): readonly Segment[] {
  const others = new Map<string, Segment>();
  for (const segment of segments)
    if (segment.id.endsWith('_other')) others.set(segment.id.replace(/^\+ /, '').slice(0, -'_other'.length), segment);
  if (others.size === 0) return segments;
  return segments.map((segment) => {
    const path = segment.id.replace(/^\+ /, '');
    const [, of, form] = FORM.exec(path) ?? [];
    const other = of === undefined || path.includes('_ordinal_') ? undefined : others.get(of);
    if (of === undefined || form === undefined || !other) return segment;
    const { source, sourceProse, sourceAt } = segment.source === undefined ? other : segment;
    const hasSource = source !== undefined && sourceProse !== undefined && sourceAt !== undefined;
    return {
      ...segment,
      ...(hasSource && { source, sourceProse, sourceAt }),
      ...(segment.target !== undefined && { plural: { of, form } }),
    };
  });
}

/** Files of messages may hold everything under the language's name. */
function localeRoot(value: Json, language: string | undefined): string | undefined {
  const [only, ...others] = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  const isLocale = only !== undefined && others.length === 0 && /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(only);
  const isDeclared = language === undefined || only?.split(/[-_]/)[0] === language.toLowerCase().split(/[-_]/)[0];
  return isLocale && isDeclared ? only : undefined;
}

interface Walk {
  readonly segments: Segment[];
  /** The messages of the source are objects of a text and remarks. */
  readonly hasEntries: boolean;
}

function pair(walk: Walk, source: Json | undefined, target: Json | undefined, sourceAt: string, targetAt: string): void {
  const key = walk.hasEntries || hasComments(source) ? textKeyOf(source) : undefined;
  if (key !== undefined) {
    const step = pointerStep(key);
    const isPlain = typeof target === 'string';
    pair(walk, memberOf(source, key), isPlain ? target : memberOf(target, key), sourceAt + step, isPlain ? targetAt : targetAt + step);
    return;
  }
  if (areAlternatives(source, target)) {
    pairAlternatives(walk, source, target, sourceAt, targetAt);
    return;
  }
  if (typeof source === 'string' || typeof target === 'string')
    walk.segments.push(segmentOf(typeof source === 'string' ? source : undefined, target, sourceAt, targetAt));
  if (typeof source === 'string') return;
  for (const each of keysOf(source, target)) {
    if (isRemark(each, source, target)) continue;
    const step = pointerStep(each);
    pair(walk, memberOf(source, each), memberOf(target, each), sourceAt + step, targetAt + step);
  }
}

/** Longer texts than names and labels are no alternatives of one another. */
const LONGEST_NAME = 40;

/** Names of one thing, of which the two files have different numbers: `["Russia", "Russian Federation"]` and `"Russland"`. */
function areAlternatives(source: Json | undefined, target: Json | undefined): boolean {
  const [own, other] = [namesIn(source), namesIn(target)];
  return own !== undefined && other !== undefined && own.length !== other.length && (Array.isArray(source) || Array.isArray(target));
}

/** A name, or a list of names. */
function namesIn(value: Json | undefined): readonly string[] | undefined {
  const all = Array.isArray(value) ? (value as readonly Json[]) : value === undefined ? [] : [value];
  const names = all.filter((one) => typeof one === 'string' && one.length <= LONGEST_NAME) as readonly string[];
  return all.length > 0 && names.length === all.length ? names : undefined;
}

/** One by one; which of two lists have no partner is not sure, and of a name and a list only the first have one. */
function pairAlternatives(walk: Walk, source: Json | undefined, target: Json | undefined, sourceAt: string, targetAt: string): void {
  const [own = [], other = []] = [namesIn(source), namesIn(target)];
  const count = Array.isArray(source) && Array.isArray(target) ? Math.max(own.length, other.length) : 1;
  for (let index = 0; index < count; index += 1) {
    const [from, to] = [source, target].map((value) => (Array.isArray(value) ? pointerStep(String(index)) : ''));
    walk.segments.push({ ...segmentOf(own[index], other[index], sourceAt + from, targetAt + to), alignment: 'likely' });
  }
}

/** `key___DESCRIPTION` describes `key` in the themes of Docusaurus. */
const DESCRIPTION = '___DESCRIPTION';

/** `@key` of an arb file describes `key`; `@@locale` and the like describe the file. */
function isRemark(key: string, source: Json | undefined, target: Json | undefined): boolean {
  if (key.endsWith(DESCRIPTION)) return memberOf(source, key.slice(0, -DESCRIPTION.length)) !== undefined;
  if (!key.startsWith('@')) return false;
  return key.startsWith('@@') || [source, target].some((value) => memberOf(value, key.slice(1)) !== undefined);
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
