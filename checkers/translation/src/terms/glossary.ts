import { languageOf } from '@preflag/readers/language';

export interface Term {
  readonly source: string;
  /** One of these must be used; none where only some are forbidden. */
  readonly targets: readonly string[];
  readonly forbidden: readonly string[];
}

const SOURCE = /^(?:source(?: term)?|term|from|original)$/i;
const TARGET = /^(?:target(?: term)?|translation|to|preferred)$/i;
const FORBIDDEN = /^(?:forbidden(?: terms?)?|not|avoid|do not use)$/i;

/**
 * The terms of a table: columns are found by their headers (source, target, forbidden; or the codes of the languages, en and de), else
 * the first two are source and target. Several terms in a cell are apart by | or ;.
 */
export function readGlossary(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  languages: { readonly source: string | undefined; readonly target: string | undefined },
): readonly Term[] {
  const columnOf = (pattern: RegExp, language?: string): number => {
    const named = header.findIndex((name) => pattern.test(name));
    return named >= 0 || language === undefined ? named : header.findIndex((name) => isLanguage(name, language));
  };
  const [source, target, forbidden] = [columnOf(SOURCE, languages.source), columnOf(TARGET, languages.target), columnOf(FORBIDDEN)];
  const isNamed = source >= 0 && (target >= 0 || forbidden >= 0);
  return rows.flatMap((row) => {
    const term = (row[isNamed ? source : 0] ?? '').trim();
    const [targets, avoided] = [isNamed ? row[target] : row[1], row[forbidden]].map(listOf);
    return term === '' ? [] : [{ source: term, targets: targets ?? [], forbidden: avoided ?? [] }];
  });
}

function isLanguage(name: string, language: string): boolean {
  return /^[a-z]{2,3}(?:[-_]\w{2,8})*$/i.test(name) && languageOf(name) === language;
}

function listOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(/[|;]/)
    .map((one) => one.trim())
    .filter(Boolean);
}
