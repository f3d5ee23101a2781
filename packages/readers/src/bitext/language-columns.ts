import type { SheetColumn } from '../workbook/layout.ts';
import type { Sheet } from '../workbook/model.ts';
import { canonicalTag, isKnownTag, isLanguage, languageByName } from './language-tags.ts';

/** A column of texts in one language. */
export interface LanguageColumn {
  readonly index: number;
  readonly name: string;
  /** BCP 47; absent where the header says `source` or `target` only. */
  readonly language?: string;
  readonly side?: 'source' | 'target';
}

export interface LanguageColumns {
  readonly source: LanguageColumn;
  readonly targets: readonly LanguageColumn[];
}

/** What is known of the table beside its cells. */
export interface Wanted {
  /** The job says that the file is a translation: then headers alone are believed. */
  readonly isTranslation: boolean;
  readonly source?: string | undefined;
  readonly target?: string | undefined;
}

/** Rows that the kind of a column is told from. */
const SAMPLE = 200;

/**
 * The columns of a table that hold a text and its translations, by their headers: language codes, names of languages, `source`, `target`.
 * Their cells must be texts too: codes such as `id`, `no`, `it` and pairs such as source and target head many tables that are none.
 */
export function languageColumns(
  sheet: Sheet,
  columns: readonly SheetColumn[],
  rows: { readonly first: number; readonly last: number },
  wanted: Wanted,
): LanguageColumns | undefined {
  const named = columns.flatMap(({ index, name }) => columnOf(index, name) ?? []);
  if (named.length < 2) return undefined;
  const samples = new Map(named.map(({ index }) => [index, sampleOf(sheet, index, rows)]));
  const found = named.filter((column) => isText(samples.get(column.index) ?? [], column, named[0] === column, wanted));
  if (!found.some(({ name, side }) => side !== undefined || !AMBIGUOUS.has(name.toLowerCase()))) return undefined;
  const source = sourceOf(found, wanted);
  const all = found.filter((column) => column !== source && column.side !== 'source');
  const asked = all.filter(({ language }) => language !== undefined && wanted.target !== undefined && isLanguage(language, wanted.target));
  const targets = asked.length > 0 ? asked : all;
  const [first] = targets;
  if (!source || !first) return undefined;
  const isPlain = source.language === undefined || first.language === undefined;
  const looksTranslated = !isPlain || isProse(samples.get(source.index) ?? [], samples.get(first.index) ?? []);
  return wanted.isTranslation || looksTranslated ? { source, targets } : undefined;
}

/** True for the header of a column that may hold one language. */
export function mayBeLanguage(header: string): boolean {
  return columnOf(0, header) !== undefined;
}

const SIDE =
  /^(source|original|target|translation)(?:[\s_-]*(?:text|string|language|segment))?(?:[\s_:-]*[([]?([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)[)\]]?)?$/i;

function columnOf(index: number, header: string): LanguageColumn | undefined {
  const name = header.trim();
  const [, word, tag] = SIDE.exec(name) ?? [];
  if (word !== undefined) {
    const side = /^(?:source|original)$/i.test(word) ? 'source' : 'target';
    return { index, name, side, ...(tag !== undefined && isKnownTag(tag) && { language: tag.replaceAll('_', '-') }) };
  }
  const inside = /^(.{2,30}?)\s*[([]([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)[)\]]$/.exec(name);
  const language =
    inside && languageByName(inside[1] ?? '') !== undefined ? inside[2] : isKnownTag(name) ? name.toLowerCase() : languageByName(name);
  return language === undefined ? undefined : { index, name, language: canonicalTag(language) };
}

/** Codes that are words or abbreviations of their own at the head of a table. */
const AMBIGUOUS = new Set(
  'am an as be co do he hr hu id ie in io is it la li mi mk mr ms my na ne no nr om or os pa pi ps se si so sq ss st su ta th ti tk tl to ts ty vo wa wo'.split(
    ' ',
  ),
);

function sampleOf(sheet: Sheet, column: number, { first, last }: { readonly first: number; readonly last: number }): string[] {
  const texts: string[] = [];
  for (let row = first; row <= Math.min(last, first + SAMPLE - 1); row++) {
    const kind = sheet.kind(row, column);
    if (kind === 'string') texts.push(sheet.text(row, column));
    else if (kind !== 'blank') texts.push('');
  }
  return texts;
}

function isText(texts: readonly string[], column: LanguageColumn, isFirst: boolean, wanted: Wanted): boolean {
  // An empty column is a translation that is missing, where it was asked for.
  if (texts.length === 0) return wanted.isTranslation || column.side === 'target';
  const share = (test: (text: string) => boolean): number => texts.filter(test).length / texts.length;
  if (share((text) => /\p{L}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) < 0.6) return false;
  if (column.side !== undefined || !AMBIGUOUS.has(column.name.toLowerCase())) return true;
  return !isFirst && share((text) => /\S\s+\S/u.test(text)) >= 0.3;
}

function sourceOf(columns: readonly LanguageColumn[], { source }: Wanted): LanguageColumn | undefined {
  return (
    columns.find(({ side }) => side === 'source') ??
    columns.find(({ language }) => language !== undefined && source !== undefined && isLanguage(language, source)) ??
    columns.find(({ side }) => side !== 'target')
  );
}

/** Sentences that the two columns do not share: names of nodes, in lists of edges, stand in both. */
function isProse(source: readonly string[], target: readonly string[]): boolean {
  const words = source.filter((text) => text.trim().split(/\s+/u).length >= 3).length;
  const own = new Set(source);
  const shared = target.filter((text) => own.has(text)).length;
  return words >= source.length * 0.3 && shared < target.length * 0.3;
}
