import type { Json, Location } from '@preflag/core';
import type { Data } from '../../data/index.ts';
import { pointerStep } from '../../data/index.ts';
import { LineIndex } from '../../text/index.ts';
import type { Catalog, Entry } from '../catalog.ts';
import { CatalogDraft } from '../catalog-draft.ts';
import { isLanguage } from '../language-tags.ts';

type Members = Readonly<Record<string, Json>>;

/** A text of one language, with the path of variations that leads to it: `one`, `iphone › other`. */
interface Unit {
  readonly path: readonly string[];
  readonly pointer: string;
  readonly text: string;
  readonly state: string | undefined;
}

const UNFINISHED = new Set(['new', 'needs_review', 'stale']);

/** Reads an Xcode string catalogue: all its languages, or `target` only where that is given and there. */
export function readXcstrings(data: Data, target: string | undefined): Catalog {
  const draft = new CatalogDraft();
  const root = membersOf(data.value);
  const strings = membersOf(root.strings);
  const source = textOf(root.sourceLanguage) ?? 'en';
  const at = (path: string): Location => ({ kind: 'pointer', path });
  if (textOf(root.sourceLanguage) === undefined)
    draft.problem('languageMissing', at(''), { what: 'The catalogue', attribute: 'sourceLanguage' });
  else draft.declare('source', source, 'sourceLanguage', at('/sourceLanguage'));
  const languages = languagesOf(strings, source, target);
  if (languages.length === 1) draft.declare('target', languages[0], 'the localizations', at('/strings'));
  for (const [key, value] of Object.entries(strings)) {
    const entry = membersOf(value);
    if (key === '' || entry.shouldTranslate === false) continue;
    const pointer = `/strings${pointerStep(key)}`;
    const localizations = membersOf(entry.localizations);
    const own = unitsOf(localizations[source], `${pointer}/localizations${pointerStep(source)}`);
    const sources = own.length > 0 ? own : [{ path: [], pointer, text: key, state: undefined }];
    const note = textOf(entry.comment);
    for (const language of languages) {
      const units = unitsOf(localizations[language], `${pointer}/localizations${pointerStep(language)}`);
      for (const pair of pairsOf(sources, units))
        draft.add(entryOf(key, pair, language, languages.length > 1, note), at(pair.target?.pointer ?? pointer));
    }
  }
  return draft.finish(data.file, 'xcstrings', '', new LineIndex(''), {
    describe: (place) => data.describe(place),
    surround: (place) => data.surround?.(place),
  });
}

interface Pair {
  readonly source: Unit;
  readonly target?: Unit;
}

/** Each form with the same form of the source, else its `other`; the source's first where there is no translation at all. */
function pairsOf(sources: readonly Unit[], targets: readonly Unit[]): readonly Pair[] {
  const other = sources.find(({ path }) => path.at(-1) === 'other') ?? sources[0];
  if (!other) return [];
  if (targets.length === 0) return [{ source: other }];
  return targets.map((target) => ({ source: sources.find(({ path }) => path.join() === target.path.join()) ?? other, target }));
}

function entryOf(key: string, { source, target }: Pair, language: string, hasSeveral: boolean, note: string | undefined): Entry {
  const path = target?.path ?? [];
  const form = path.at(-1);
  const of = [...(hasSeveral ? [language] : []), key, ...path.slice(0, -1)].join(' › ');
  const isPlural = form !== undefined && /^(?:zero|one|two|few|many|other)$/.test(form);
  return {
    id: [...(hasSeveral ? [language] : []), key, ...path].join(' › '),
    source: { text: source.text, at: { kind: 'pointer', path: source.pointer } },
    ...(target && { target: { text: target.text, at: { kind: 'pointer', path: target.pointer } } }),
    ...(target?.state !== undefined && { state: { name: target.state, isUnfinished: UNFINISHED.has(target.state) } }),
    ...(isPlural && { plural: { of, form } }),
    ...(hasSeveral && { language }),
    ...(note !== undefined && { notes: [note] }),
    hasPrintf: true,
  };
}

function languagesOf(strings: Members, source: string, target: string | undefined): readonly string[] {
  const all = new Set(Object.values(strings).flatMap((value) => Object.keys(membersOf(membersOf(value).localizations))));
  const others = [...all].filter((language) => language !== source);
  const wanted = target === undefined ? others : others.filter((language) => isLanguage(language, target));
  return wanted.length > 0 || target === undefined ? wanted : [target];
}

function unitsOf(localization: Json | undefined, pointer: string, path: readonly string[] = []): readonly Unit[] {
  const { stringUnit, variations } = membersOf(localization);
  const { value, state } = membersOf(stringUnit);
  const text = textOf(value);
  const own = text === undefined ? [] : [{ path, pointer: `${pointer}/stringUnit/value`, text, state: textOf(state) }];
  const varied = Object.entries(membersOf(variations)).flatMap(([kind, forms]) =>
    Object.entries(membersOf(forms)).flatMap(([form, inner]) =>
      path.length > 3 ? [] : unitsOf(inner, `${pointer}/variations${pointerStep(kind)}${pointerStep(form)}`, [...path, form]),
    ),
  );
  return [...own, ...varied];
}

function membersOf(value: Json | undefined): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
