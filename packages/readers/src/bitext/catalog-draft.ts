import { shorten, type Location, type PlaceDescription, type Surroundings } from '@preflag/core';
import { describeText, surroundText, type LineIndex } from '../text/index.ts';
import type { Catalog, Entry } from './catalog.ts';
import type { CatalogFormat, DeclaredLanguage, Duplicate, FileProblem } from './model.ts';

/** Gathers what a reader of a format finds, and notices keys that stand twice. */
export class CatalogDraft {
  readonly problems: FileProblem[] = [];
  readonly declared: DeclaredLanguage[] = [];
  readonly #entries: Entry[] = [];
  readonly #duplicates: Duplicate[] = [];
  readonly #seen = new Map<string, Location>();
  #keys: Map<string | undefined, string> | undefined;

  /** Adds an entry. Of two with the same id the second is a duplicate, and gets an id of its own. */
  add(entry: Entry, at: Location): void {
    const firstAt = this.#seen.get(entry.id);
    if (firstAt) this.#duplicates.push({ id: entry.id, at, firstAt });
    else this.#seen.set(entry.id, at);
    this.#entries.push(firstAt ? { ...entry, id: `${entry.id} #${this.#duplicates.length + 1}`, sameAs: entry.id } : entry);
  }

  problem(code: FileProblem['code'], at: Location, data: FileProblem['data'] = {}): void {
    this.problems.push({ code, at, data });
  }

  declare(side: DeclaredLanguage['side'], language: string | undefined, by: string, at: Location): void {
    if (language !== undefined && language.trim() !== '') this.declared.push({ side, language: language.trim(), by, at });
  }

  get size(): number {
    return this.#entries.length;
  }

  get hasTargets(): boolean {
    return this.#entries.some(({ target }) => target !== undefined);
  }

  /** The key of the text that begins there. */
  #keyAt(at: Location): string | undefined {
    this.#keys ??= new Map(this.#entries.map(({ id, sameAs, target }) => [startOf(target?.at), sameAs ?? id]));
    const start = startOf(at);
    return start === undefined ? undefined : this.#keys.get(start);
  }

  /** The catalogue; `lines` of `text` say where its places are. */
  finish(file: string, format: CatalogFormat, text: string, lines: LineIndex, more: Partial<Catalog> = {}): Catalog {
    return {
      file,
      format,
      entries: this.#entries,
      problems: this.problems,
      duplicates: this.#duplicates,
      declared: this.declared,
      describe: (at) => withKey(describePlace(at, text, lines), KEYED.has(format) ? this.#keyAt(at) : undefined),
      surround: (at) => surroundPlace(at, text, lines),
      ...more,
    };
  }
}

/** Formats in which a text stands beside its key alone: a reader looks for the key first. */
const KEYED: ReadonlySet<CatalogFormat> = new Set(['properties', 'android-strings', 'ios-strings']);

/** `app.title (line 12)`. */
function withKey(description: PlaceDescription, key: string | undefined): PlaceDescription {
  return key === undefined ? description : { ...description, place: `${shorten(key, LONGEST_KEY)} (${description.place})` };
}

const LONGEST_KEY = 80;

function startOf(at: Location | undefined): string | undefined {
  return at?.kind === 'text' ? `${at.start.line}:${at.start.column}` : undefined;
}

function surroundPlace(at: Location, text: string, lines: LineIndex): Surroundings | undefined {
  const start = at.kind === 'text' ? lines.offset(at.start) : undefined;
  return start === undefined || at.kind !== 'text' ? undefined : surroundText(text, start, lines.offset(at.end) ?? start);
}

function describePlace(at: Location, text: string, lines: LineIndex): PlaceDescription {
  if (at.kind === 'text') return describeText(at, text, lines);
  const word = at.kind === 'file' ? '' : at.kind;
  return { place: word, anchor: word };
}
