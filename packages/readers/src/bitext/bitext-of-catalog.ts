import { guessLanguage } from '../language/text-language.ts';
import type { Bitext, Segment } from './model.ts';
import type { Catalog, Entry, EntryText } from './catalog.ts';
import { createBitext, type Languages } from './bitext-model.ts';
import { canonicalTag, languageInPath } from './language-tags.ts';
import { pairCues } from './pair-cues.ts';

/**
 * Pairs a catalogue with the one that it was translated from, by key; subtitles by their times. Without one, a file that holds both sides
 * is its own source, and a file of one language has targets only.
 */
export function bitextOfCatalog(target: Catalog, source: Catalog | undefined, languages: Languages, named: Languages = {}): Bitext {
  const declared = declaredOf(target, source);
  const languageOfSide = (side: 'source' | 'target'): string | undefined =>
    languages[side] ?? declared.filter((one) => one.side === side).map(({ language }) => canonicalTag(language))[0] ?? named[side];
  const { format, problems, duplicates, pluralCount, pluralFormula } = target;
  return createBitext(
    { file: source?.file ?? target.file },
    target,
    { source: languageOfSide('source') ?? target.usualSource ?? guessedSource(source), target: languageOfSide('target') },
    source ? pairCatalogs(target, source) : target.entries.map((entry) => segmentOf(entry, entry.source, entry.target)),
    {
      format,
      problems,
      duplicates,
      declared,
      ...(pluralCount !== undefined && { pluralCount }),
      ...(pluralFormula !== undefined && { pluralFormula }),
    },
  );
}

/** What the two files say of their languages; of the source file what it says of itself. */
function declaredOf(target: Catalog, source: Catalog | undefined): Catalog['declared'] {
  const at = { kind: 'file' } as const;
  const inName = languageInPath(target.file);
  const named = inName === undefined ? [] : [{ side: 'target' as const, language: inName, by: 'the name of the file', at }];
  const sourceName = source && languageInPath(source.file);
  const ofSource = source?.declared.find(({ side }) => side === (hasBothSides(source) ? 'source' : 'target'))?.language ?? sourceName;
  return [
    ...target.declared,
    ...named,
    ...(ofSource === undefined ? [] : [{ side: 'source' as const, language: ofSource, by: `the source ${source?.file ?? ''}`, at }]),
  ];
}

/** A file of one language is often named without it: `messages.properties`, `values/strings.xml`. Then its texts say which it is. */
function guessedSource(source: Catalog | undefined): string | undefined {
  return source && guessLanguage(source.entries.map((entry) => (entry.source ?? entry.target)?.text ?? '').join('\n'));
}

function hasBothSides({ entries }: Catalog): boolean {
  return entries.some(({ source }) => source !== undefined);
}

function pairCatalogs(target: Catalog, source: Catalog): readonly Segment[] {
  if (target.format === 'srt' || target.format === 'vtt') return pairCues(target.entries, source.entries);
  const sources = new Map(source.entries.map((entry) => [entry.id, entry]));
  const others = formsBy(source.entries);
  const targets = new Map(target.entries.map((entry) => [entry.id, entry]));
  const plurals = formsBy(target.entries);
  const segments: Segment[] = [];
  const given = new Set<string>();
  const add = (entry: Entry, from: Entry | undefined): void => {
    given.add(entry.id);
    segments.push(segmentOf(entry, from && (from.source ?? from.target), entry.target, from));
  };
  for (const from of source.entries) {
    const own = targets.get(from.id);
    if (own && !given.has(own.id)) add(own, from);
    // The other forms stand where the first does; which of them the language must have is for the rule on plural forms.
    for (const form of (from.plural && plurals.get(from.plural.of)) ?? [])
      if (!given.has(form.id)) add(form, sources.get(form.id) ?? otherForm(others.get(form.plural?.of ?? '')));
    if (own || (from.plural && plurals.has(from.plural.of))) continue;
    if (from.plural && from !== otherForm(others.get(from.plural.of))) continue;
    const { at, ...text } = from.source ?? from.target ?? { text: '', at: { kind: 'file' } as const };
    segments.push(segmentOf(from, { ...text, at }, undefined, from));
  }
  for (const entry of target.entries) if (!given.has(entry.id)) add(entry, sources.get(entry.sameAs ?? entry.id));
  return segments;
}

function formsBy(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const forms = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (!entry.plural) continue;
    const own = forms.get(entry.plural.of);
    if (own) own.push(entry);
    else forms.set(entry.plural.of, [entry]);
  }
  return forms;
}

function otherForm(forms: readonly Entry[] | undefined): Entry | undefined {
  return forms?.find(({ plural }) => plural?.form === 'other') ?? forms?.at(-1);
}

/** A segment of an entry of the target. */
function segmentOf(entry: Entry, source: EntryText | undefined, target: EntryText | undefined, from?: Entry): Segment {
  const { id, role = 'other', state, notes = from?.notes, limit = from?.limit, language, hasPrintf, hasBraces, cue, plural } = entry;
  return {
    id,
    role,
    ...(source && { source: source.text, sourceProse: source.prose ?? source.text, sourceAt: source.at }),
    ...(target && { target: target.text, targetProse: target.prose ?? target.text, targetAt: target.at }),
    alignment: 'exact',
    ...(state && target && { state }),
    ...(notes && { notes }),
    ...(limit && { limit }),
    ...(plural && target && { plural }),
    ...(language !== undefined && { language }),
    ...(hasPrintf !== undefined && { hasPrintf }),
    ...(hasBraces !== undefined && { hasBraces }),
    ...(cue && target && { cue }),
    ...(from?.cue && { sourceCue: from.cue }),
  };
}
