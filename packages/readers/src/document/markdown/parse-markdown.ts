import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { cutMarkdown, type MarkdownPiece } from './cut-markdown.ts';
import { Definitions, refersTo } from './definitions.ts';

/**
 * Parses GitHub flavoured markdown with front matter (yaml, toml). Every node has a position.
 *
 * The parser copies what it has read whenever a list or a quote ends, so that its time grows with the square of the text. So the text is
 * parsed in pieces, cut where only code or html can be open; a piece that ends within those is joined with the next.
 */
export function parseMarkdown(text: string): Root {
  const cuts = cutMarkdown(text);
  const guessed = cuts.length === 1 ? new Definitions() : Definitions.guess(text);
  const pieces = parsePieces(text, cuts, guessed);
  const found = cuts.length === 1 ? guessed : Definitions.of(pieces.flatMap(({ children }) => children));
  const wrong = guessed.differences(found);
  const children = pieces.flatMap((piece) =>
    wrong.length > 0 && refersTo(text.slice(piece.start, piece.end), wrong) ? parsePiece(text, piece, found) : piece.children,
  );
  return { type: 'root', children };
}

interface ParsedPiece extends MarkdownPiece {
  readonly children: readonly RootContent[];
}

function parsePieces(text: string, cuts: readonly MarkdownPiece[], definitions: Definitions): readonly ParsedPiece[] {
  const pieces: ParsedPiece[] = [];
  for (let at = 0, joined = 1; at < cuts.length; at += joined, joined = 1) {
    let piece = joinOf(cuts, at, joined);
    let children = parsePiece(text, piece, definitions);
    // Twice as many at each try, so that the time stays linear.
    while (at + joined < cuts.length && isOpen(children.at(-1), text)) {
      joined = Math.min(joined * 2, cuts.length - at);
      piece = joinOf(cuts, at, joined);
      children = parsePiece(text, piece, definitions);
    }
    pieces.push({ ...piece, children });
  }
  return pieces;
}

function joinOf(cuts: readonly MarkdownPiece[], at: number, count: number): MarkdownPiece {
  const { start, line } = cuts[at] ?? { start: 0, line: 0 };
  return { start, line, end: cuts[at + count - 1]?.end ?? start };
}

const MARKDOWN: NonNullable<Options['extensions']> = [gfm(), frontmatter(['yaml', 'toml'])];
// Transforms find more addresses in finished text, but the nodes that they make have no positions.
const TREE = [...gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension), frontmatterFromMarkdown(['yaml', 'toml'])];

function parsePiece(text: string, { start, end, line }: MarkdownPiece, definitions: Definitions): readonly RootContent[] {
  const { children } = fromMarkdown(text.slice(start, end), { extensions: [...MARKDOWN, knowing(definitions)], mdastExtensions: TREE });
  if (start > 0) for (const child of children) shift(child, start, line);
  return children;
}

/** Tells the parser what is defined in other pieces. */
function knowing({ links, notes }: Definitions): NonNullable<Options['extensions']>[number] {
  return {
    document: {
      null: {
        tokenize(_, __, nok) {
          // A text that begins with a definition has filled lists of the parser's own before.
          if (this.parser.defined !== links) links.push(...this.parser.defined);
          if (this.parser.gfmFootnotes !== notes) notes.push(...(this.parser.gfmFootnotes ?? []));
          this.parser.defined = links;
          this.parser.gfmFootnotes = notes;
          return nok;
        },
      },
    },
  };
}

/** Code between fences, or html that is no paragraph, which goes on after a blank line; in an item or a note up to its end. */
function isOpen(last: RootContent | undefined, text: string): boolean {
  if (last?.type === 'list' || last?.type === 'listItem' || last?.type === 'footnoteDefinition') return isOpen(last.children.at(-1), text);
  const start = last?.position?.start.offset;
  if (start === undefined || (last?.type !== 'code' && last?.type !== 'html')) return false;
  const source = text.slice(start, last.position?.end.offset).trimEnd();
  if (last.type === 'html') return HTML_ENDS.some(([begin, end]) => begin.test(source) && !end.test(source));
  const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
  if (fence === undefined) return false;
  const [, closing = ''] = /[\r\n][ \t]*([`~]+)$/.exec(source.slice(-LONGEST_CLOSING)) ?? [];
  return !(closing.startsWith(fence) && new Set(closing).size === 1);
}

/** Of a line that closes code, in units. Code behind a longer one is only parsed once more. */
const LONGEST_CLOSING = 200;

/** How html begins and ends that blank lines may be in (CommonMark 0.31, 4.6, the kinds 1 to 5). */
const HTML_ENDS: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

function shift(node: Nodes, offset: number, line: number): void {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.offset = (point.offset ?? 0) + offset;
      point.line += line;
    }
  }
  if ('children' in node) for (const child of node.children) shift(child, offset, line);
}
