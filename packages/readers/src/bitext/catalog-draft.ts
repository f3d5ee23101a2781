import type { Location, PlaceDescription, Surroundings } from '@preflag/core';
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

  /** The catalogue; `lines` of `text` say where its places are. */
  finish(file: string, format: CatalogFormat, text: string, lines: LineIndex, more: Partial<Catalog> = {}): Catalog {
    return {
      file,
      format,
      entries: this.#entries,
      problems: this.problems,
      duplicates: this.#duplicates,
      declared: this.declared,
      describe: (at) => describePlace(at, text, lines),
      surround: (at) => surroundPlace(at, text, lines),
      ...more,
    };
  }
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
