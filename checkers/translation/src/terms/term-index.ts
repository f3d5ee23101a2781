import type { Term } from './glossary.ts';
import { ENDING, SPACELESS } from './find-term.ts';

/** Finds the terms that a text may have, so that a text is not searched for each of thousands. */
export class TermIndex {
  readonly #byStart = new Map<string, Term[]>();

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      const [first = ''] = startsOf(term.source);
      const own = this.#byStart.get(first);
      if (own) own.push(term);
      else this.#byStart.set(first, [term]);
    }
  }

  /** Longest first: of terms within one another the longest counts. */
  candidates(text: string): readonly Term[] {
    const found = new Set<Term>();
    for (const start of new Set(startsOf(text)))
      for (let cut = 0; cut <= (start.length > 1 ? ENDING : 0); cut++)
        for (const term of this.#byStart.get(start.slice(0, start.length - cut)) ?? []) found.add(term);
    return [...found].toSorted((a, b) => b.source.length - a.source.length);
  }
}

const START = new RegExp(String.raw`${SPACELESS.source}|(?:(?!${SPACELESS.source})[\p{L}\p{M}\p{N}])+`, 'gu');

/** Words in small letters, and the signs of scripts without spaces. */
function startsOf(text: string): string[] {
  return text.toLowerCase().match(START) ?? [];
}
