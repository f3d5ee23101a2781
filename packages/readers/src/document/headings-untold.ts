import type { Document } from './model.ts';

/**
 * Why it is not known from a document what its headings are, as a sentence; `undefined` where it is. Formats with styles or marks for headings
 * tell; a pdf does only where its tags or its outline name some.
 */
export function headingsUntold({ format, blocks }: Pick<Document, 'format' | 'blocks'>): string | undefined {
  if (format === 'text') return 'Plain text does not say what is a heading.';
  if (format !== 'pdf' || blocks.some(({ type }) => type === 'heading')) return undefined;
  return 'This pdf does not say what is a heading: neither its tags nor an outline name any.';
}
