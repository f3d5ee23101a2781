import type { TranslatedSegment } from '../translated-segments.ts';

/** A term in its rarer form. */
export interface Casing {
  readonly found: string;
  /** The form that comes more often, or first. */
  readonly usual: string;
  /** How often `usual` stands. */
  readonly count: number;
  /** The word of the source that all of them translate. */
  readonly term: string;
  readonly hits: readonly Place[];
}

interface Place {
  readonly segment: TranslatedSegment;
  readonly offset: number;
  readonly form: string;
}

/** Fewer places are no habit. */
const LEAST_PLACES = 3;
/** A rarer form that is more than a third of all is a use of its own. */
const RARE = 3;
/** More terms than these are a way of writing, not a slip. */
const MOST_TERMS = 50;
/** Within a sentence: behind a small letter or a comma. Not beside another capital, where a name goes on, with a short word between or not. */
const BESIDE = String.raw`(?<=[\p{Ll}\p{M}\p{Lo}],? )(?<!\p{Lu}[\p{L}\p{M}]{0,24} \p{Ll}{1,3} )(\p{L}[\p{Ll}\p{M}]{3,})(?![\p{L}\p{M}\p{N}'’-]|\s(?:\p{Ll}{1,3}\s)?\p{Lu})`;
/** All patterns begin with the space before a word, which is found fast. */
const WORD = new RegExp(` ${BESIDE}`, 'gu');
const CAPITALISED = new RegExp(` (?=\\p{Lu})${BESIDE}`, 'gu');
/** An adjective and its noun, in German. */
const PAIR = / (?<=[\p{Ll}],? )(\p{L}\p{Ll}{2,}(?:e|er|es|en|em) \p{Lu}\p{Ll}{2,})(?![\p{L}\p{N}-])/gu;
/** What ends a word in scripts with capitals. */
const BETWEEN = /[\s.,;:!?"'‘’“”„«»()[\]…–—/-]+/;

/** Terms in two casings, at most fifty. */
export function findCasings(segments: readonly TranslatedSegment[], isGerman: boolean): Casing[] {
  const places = isGerman ? placesOf(segments, PAIR) : wordsInBothForms(segments);
  return [...places.values()].flatMap((all) => casingOf(all) ?? []).slice(0, MOST_TERMS);
}

/** Capitals within sentences are few, and those that also stand small fewer still: only these words are collected. */
function wordsInBothForms(segments: readonly TranslatedSegment[]): Map<string, Place[]> {
  const own = segments.filter(({ role }) => role !== 'heading');
  const capitalised = new Set(
    own.flatMap(({ targetProse: text }) => {
      const found = text.match(CAPITALISED) ?? [];
      return found.length === 0 || isTitle(text) ? [] : found.map((word) => word.slice(1).toLowerCase());
    }),
  );
  if (capitalised.size === 0) return new Map();
  const both = new Set<string>();
  for (const { targetProse } of own) for (const word of targetProse.split(BETWEEN)) if (capitalised.has(word)) both.add(word);
  const telling = own.filter(({ targetProse }) => {
    const lower = targetProse.toLowerCase();
    return both.values().some((word) => lower.includes(word)) && !isTitle(targetProse);
  });
  return placesOf(telling, WORD, both);
}

/** Where forms stand, by their small form. */
function placesOf(segments: readonly TranslatedSegment[], pattern: RegExp, only?: ReadonlySet<string>): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const segment of segments) {
    if (segment.role === 'heading') continue;
    for (const { 1: form = '', index } of segment.targetProse.matchAll(pattern)) {
      const key = form.toLowerCase();
      if (only?.has(key) === false) continue;
      const own = places.get(key);
      const place = { segment, offset: index + 1, form };
      if (own) own.push(place);
      else places.set(key, [place]);
    }
  }
  return places;
}

function casingOf(places: readonly Place[]): Casing | undefined {
  if (places.length < LEAST_PLACES) return undefined;
  const forms = Map.groupBy(places, ({ form }) => form);
  const [rare, usual] = [...forms.values()].toSorted((a, b) => a.length - b.length);
  if (forms.size !== 2 || !rare || !usual || rare.length * RARE > places.length) return undefined;
  const term = commonTerm(places);
  if (term === undefined) return undefined;
  return { found: rare[0]?.form ?? '', usual: usual[0]?.form ?? '', count: usual.length, term, hits: rare };
}

/** A word that stands in all sources, in the same letters; of several, the longest. */
function commonTerm(places: readonly Place[]): string | undefined {
  let common: ReadonlySet<string> | undefined;
  for (const { segment } of places) {
    const words = wordsIn(segment.sourceProse);
    common = common ? new Set([...common].filter((word) => words.has(word))) : words;
    if (common.size === 0) return undefined;
  }
  return [...(common ?? [])].toSorted((a, b) => b.length - a.length)[0];
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

function wordsIn(text: string): ReadonlySet<string> {
  const words = Array.from(segmenter.segment(text.slice(0, 5000)), ({ segment }) => segment);
  return new Set(words.filter((word) => /\p{L}{4}|[\p{Script=Han}\p{Script=Katakana}]{2}/u.test(word)));
}

/** Most of its words have capitals. */
function isTitle(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}
