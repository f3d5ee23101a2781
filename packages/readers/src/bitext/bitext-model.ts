import { cutAround, type Cut, type Location, type Model, type PairSurroundings, type PlaceDescription, type Span } from '@preflag/core';
import type { Bitext, Segment } from './model.ts';

/** BCP 47, as the job or the files declare them, or as the source shows of itself. */
export interface Languages {
  readonly source?: string | undefined;
  readonly target?: string | undefined;
}

const CONTEXT = 40;

/** The model of segments that were aligned. `target` is the file that is checked. */
export function createBitext(
  source: Pick<Model, 'file'> & { readonly language?: string },
  target: Pick<Model, 'file' | 'describe' | 'surround'> & { readonly language?: string },
  languages: Languages,
  segments: readonly Segment[],
  catalog?: Bitext['catalog'],
): Bitext {
  let index: Map<string, number> | undefined;
  const sourceLanguage = languages.source ?? source.language;
  const targetLanguage = languages.target ?? target.language;
  return {
    kind: 'bitext',
    file: target.file,
    sourceFile: source.file,
    ...(sourceLanguage !== undefined && { sourceLanguage }),
    ...(targetLanguage !== undefined && { targetLanguage }),
    segments,
    ...(catalog && { catalog }),
    describe(at) {
      if (at.kind !== 'segment') return target.describe(at);
      index ??= new Map(segments.map(({ id }, number) => [id, number]));
      return describeSegment(at, index.get(at.id), segments, target);
    },
    surround(at, sourceSpans = []) {
      if (at.kind !== 'segment') return target.surround?.(at);
      index ??= new Map(segments.map(({ id }, number) => [id, number]));
      const segment = segments[index.get(at.id) ?? -1];
      const [own, other] = [segment?.language ?? targetLanguage, sourceLanguage];
      return (
        segment && {
          ...surroundSegment(at, segment, sourceSpans),
          ...(other !== undefined && { sourceLanguage: other }),
          ...(own !== undefined && { targetLanguage: own }),
        }
      );
    },
    scan(visitors) {
      const interested = visitors.filter(({ item, only }) => item === 'block' && only?.length !== 0);
      for (const segment of segments) {
        for (const visitor of interested) if (visitor.only?.includes(segment.role) ?? true) visitor.visit(segment);
      }
    },
  };
}

/** How much of a text a report shows. */
const LONGEST_SHOWN = 1000;

function surroundSegment(
  { offset, length }: Location & { kind: 'segment' },
  { source = '', target = '' }: Segment,
  sourceSpans: readonly Span[],
): PairSurroundings {
  const [start, end] = [offset ?? 0, Math.min((offset ?? 0) + (length ?? target.length), target.length)];
  const at: readonly Span[] = offset !== undefined && start < end ? [[start, end]] : [];
  const [own, other] = [cutTogether(target, at, source, sourceSpans), cutTogether(source, sourceSpans, target, at)];
  const [place] = own.spans;
  return {
    kind: 'pair',
    source: other.text,
    target: own.text,
    ...(place && { at: place }),
    ...(other.spans.length > 0 && { sourceAt: other.spans }),
  };
}

/** What is shown of a text: its places, or where it has none, as far into it as those of the other side. */
function cutTogether(text: string, spans: readonly Span[], other: string, otherSpans: readonly Span[]): Cut {
  const [first] = otherSpans;
  if (spans.length > 0 || !first) return cutAround(text, spans, LONGEST_SHOWN);
  const place = Math.round((first[0] / Math.max(1, other.length)) * text.length);
  return { ...cutAround(text, [[place, place]], LONGEST_SHOWN), spans: [] };
}

function describeSegment(
  at: Location & { kind: 'segment' },
  number: number | undefined,
  segments: readonly Segment[],
  target: Pick<Model, 'describe'>,
): PlaceDescription {
  const segment = number === undefined ? undefined : segments[number];
  if (!segment || number === undefined) return { place: at.kind, anchor: at.kind };
  const text = segment.target ?? segment.source ?? '';
  const start = Math.min(at.offset ?? 0, text.length);
  const end = at.length === undefined ? text.length : Math.min(start + at.length, text.length);
  const [prefix, suffix] = [text.slice(Math.max(0, start - CONTEXT), start), text.slice(end, end + CONTEXT)];
  return {
    place: placeOf(number, segments, target),
    anchor: at.id,
    excerpt: text.slice(start, end),
    ...(prefix !== '' && { prefix }),
    ...(suffix !== '' && { suffix }),
  };
}

/** In the words of the target; what is missing there stands after the last segment before it that is not. */
function placeOf(number: number, segments: readonly Segment[], target: Pick<Model, 'describe'>): string {
  const own = segments[number]?.targetAt;
  if (own) return target.describe(own).place;
  for (let before = number - 1; before >= 0; before--) {
    const at = segments[before]?.targetAt;
    if (at) return `after ${target.describe(at).place}`;
  }
  return 'at the start';
}
