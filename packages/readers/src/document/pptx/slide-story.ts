import type { ParagraphRole, Piece, StoryEntry, StoryParagraph } from '../story/story.ts';
import type { Bullet, Bulleted, Placeholder, Shape, SlidePart } from './slide.ts';

/** A slide with the layout and the master that it is made from. */
export interface LaidSlide {
  readonly slide: SlidePart;
  readonly layout: SlidePart | undefined;
  readonly master: SlidePart | undefined;
}

const TITLES: ReadonlySet<string> = new Set(['title', 'ctrTitle']);
/** Placeholders at the edges of the slide. */
const EDGES: ReadonlySet<string> = new Set(['dt', 'ftr', 'hdr', 'sldNum']);
/** What notes show beside their text. */
const NOT_NOTES: ReadonlySet<string> = new Set([...EDGES, 'sldImg']);

/** What a slide shows, the title first: it is a heading of `depth`. */
export function slideEntries({ slide, layout, master }: LaidSlide, depth: number): readonly StoryEntry[] {
  const shown = slide.shapes.filter(({ placeholder }) => !EDGES.has(placeholder?.type ?? ''));
  const titles = shown.filter(isTitle);
  return [
    ...titles.flatMap((shape) => titleOf(shape, depth)),
    ...shown.filter((shape) => !isTitle(shape)).flatMap((shape) => entriesOf(shape, { slide, layout, master })),
  ];
}

/** The slide begins the presentation, or a section of it. */
export function slideKind({ slide, layout }: LaidSlide): 'cover' | 'section' | 'other' {
  if (slide.shapes.some(({ placeholder }) => placeholder?.type === 'ctrTitle') || layout?.layoutType === 'title') return 'cover';
  return layout?.layoutType === 'secHead' ? 'section' : 'other';
}

/** The footers of a slide: neither its number nor the date. */
export function footersOf({ shapes }: SlidePart): readonly StoryEntry[] {
  return shapes.filter(({ placeholder }) => placeholder?.type === 'ftr' || placeholder?.type === 'hdr').flatMap(({ entries }) => entries);
}

/** What the speaker noted. */
export function notesOf({ shapes }: SlidePart): readonly StoryEntry[] {
  return shapes.filter(({ placeholder }) => !NOT_NOTES.has(placeholder?.type ?? '')).flatMap(({ entries }) => entries);
}

/** All text of a slide that is not shown. */
export function textOfSlide({ shapes }: SlidePart): string {
  const pieces = shapes.flatMap(({ entries }) => entries.flatMap(piecesIn));
  return pieces
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function piecesIn(entry: StoryEntry): readonly Piece[] {
  return entry.kind === 'paragraph'
    ? entry.pieces
    : entry.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.entries.flatMap(piecesIn)));
}

function isTitle({ placeholder }: Shape): boolean {
  return TITLES.has(placeholder?.type ?? '');
}

/** One heading, however many paragraphs it has; none where it is empty, since an empty placeholder is not shown. */
function titleOf({ entries }: Shape, depth: number): readonly StoryEntry[] {
  const paragraphs = entries.filter((entry) => entry.kind === 'paragraph');
  const [first, ...others] = paragraphs.filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== ''));
  if (!first) return paragraphs.filter(({ marks }) => marks.hidden.length > 0);
  const pieces = [...first.pieces, ...others.flatMap((other) => [SPACE, ...other.pieces])];
  return [{ ...first, pieces, role: { depth } }];
}

const SPACE: Piece = { kind: 'text', text: ' ', bold: false, italic: false };

function entriesOf(shape: Shape, laid: LaidSlide): readonly StoryEntry[] {
  const counts: (number | undefined)[] = [];
  const entries = shape.entries.map((entry): StoryEntry => {
    const bulleted = entry.kind === 'paragraph' ? shape.bullets.get(entry) : undefined;
    if (!bulleted || entry.kind !== 'paragraph') return entry;
    return { ...entry, role: roleOf(entry, bulleted, shape, laid, counts) };
  });
  return shape.source === undefined ? entries : [...entries, pictureOf(shape)];
}

function roleOf(
  { pieces }: StoryParagraph,
  { bullet: own, level, start }: Bulleted,
  shape: Shape,
  laid: LaidSlide,
  counts: (number | undefined)[],
): ParagraphRole {
  const bullet = own ?? shape.levels.get(level) ?? inherited(shape.placeholder, level, laid);
  // Paragraphs without text show no bullet.
  if (bullet === undefined || bullet === 'none' || pieces.every(({ text }) => text.trim() === '')) return {};
  counts.length = level + 1;
  if (bullet !== 'number') return { item: { level, ordered: false } };
  const number = counts[level] === undefined ? start : (counts[level] ?? 0) + 1;
  counts[level] = number;
  return { item: { level, ordered: true, number } };
}

/** What the layout and the master say of the level; text boxes take nothing from them. */
function inherited(placeholder: Placeholder | undefined, level: number, { layout, master }: LaidSlide): Bullet | undefined {
  if (!placeholder) return undefined;
  const ofLayout = layout?.placeholders.get(placeholder.index === undefined ? placeholder.type : `#${placeholder.index}`);
  const type = ofLayout?.placeholder?.type ?? placeholder.type;
  const isBody = !TITLES.has(type) && type !== 'subTitle' && !EDGES.has(type);
  const ofMaster = master?.placeholders.get(isBody ? 'body' : type);
  return ofLayout?.levels.get(level) ?? ofMaster?.levels.get(level) ?? (isBody ? master?.bodyLevels.get(level) : undefined);
}

function pictureOf({ alt, isDecoration, source = '', width, height }: Shape): StoryParagraph {
  const said = alt ?? (isDecoration ? '' : undefined);
  const size = width !== undefined && height !== undefined ? { width, height } : {};
  const image = { ...(said !== undefined && { alt: said }), source, ...size };
  const piece: Piece = { kind: 'image', text: said ?? '', bold: false, italic: false, image };
  return { kind: 'paragraph', pieces: [piece], marks: { revisions: [], hidden: [], fields: [], comments: [] } };
}
