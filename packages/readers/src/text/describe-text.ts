import { shorten, type Location, type PlaceDescription, type Surroundings } from '@preflag/core';
import type { LineIndex } from './line-index.ts';

const CONTEXT = 40;
/** Units of text that a report shows. */
const SHOWN = { around: 200, text: 600 };

/** What stands at a place of a text file, by its line. */
export function describeText(at: Location & { kind: 'text' }, text: string, lines: LineIndex): PlaceDescription {
  const [start, end] = [lines.offset(at.start), lines.offset(at.end)];
  if (start === undefined || end === undefined || end < start) return { place: at.kind, anchor: at.kind };
  const excerpt = text.slice(start, end);
  const [prefix, suffix] = [text.slice(Math.max(0, start - CONTEXT), start), text.slice(end, end + CONTEXT)];
  return {
    place: `line ${at.start.line}`,
    anchor: excerpt.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 80),
    excerpt,
    ...(prefix !== '' && { prefix }),
    ...(suffix !== '' && { suffix }),
  };
}

/** What stands around a piece of a text; of a place that is only known by its start, what follows shows it. */
export function surroundText(text: string, start: number, end: number): Surroundings {
  return {
    kind: 'text',
    before: text.slice(Math.max(0, start - SHOWN.around), start),
    text: shorten(text.slice(start, end), SHOWN.text),
    after: text.slice(end, end + SHOWN.around),
  };
}
