import type { Caption, Document } from '@preflag/readers';
import type { Section } from '../../../facts/outline.ts';
import type { MentionKind } from './mentions.ts';

/** What a document has of each kind. */
export type Targets = Readonly<
  Record<MentionKind, { readonly numbers: ReadonlySet<string>; /** Infinity where it cannot be told. */ readonly count: number }>
>;

const LEAST_NUMBERED = 3;

/** `undefined` where the format cannot tell. */
export function targetsOf(
  { parts, blocks, format }: Document,
  captions: readonly Caption[] | undefined,
  sections: readonly Section[],
): Targets | undefined {
  const { tables, images } = parts;
  if (!captions || !tables || !images) return undefined;
  // Code, html and formulas may hold a table or a picture; a pdf has pictures without names, and tables only where it is tagged.
  const isOpen = format === 'pdf' || blocks.some(({ type }) => type === 'html' || type === 'code');
  const countOf = (count: number): number => (isOpen ? Infinity : count);
  const numbersOf = (kind: 'table' | 'figure'): Set<string> =>
    new Set(
      captions.flatMap((caption) => (caption.kind === kind && caption.number !== undefined ? [caption.number.replace('-', '.')] : [])),
    );
  const numbers = sections.map(({ number }) => number).filter((number) => /^\d+(?:\.\d+)*$/.test(number));
  const isNumbered = numbers.length >= LEAST_NUMBERED;
  return {
    table: { numbers: numbersOf('table'), count: countOf(tables.length) },
    figure: { numbers: numbersOf('figure'), count: countOf(images.length) },
    section: { numbers: new Set(isNumbered ? numbers : []), count: Infinity },
    appendix: { numbers: appendices(blocks), count: Infinity },
  };
}

/** Headings, and paragraphs that begin with it, for what has no headings. */
function appendices(blocks: Document['blocks']): Set<string> {
  return new Set(
    blocks.flatMap(({ type, text }) => {
      const number = /^\s*(?:[\d.]+\s+)?(?:Appendix|Annex|Anhang)[ \u00A0]([A-Z]|\d{1,2})(?![\p{L}\d])/iu.exec(text)?.[1];
      return number !== undefined && (type === 'heading' || text.length < 120) ? [number.toUpperCase()] : [];
    }),
  );
}
