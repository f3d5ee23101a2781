import { shorten, type Location, type PlaceDescription, type Surroundings, type Visitor } from '@preflag/core';
import type { Root } from 'mdast';
import type { Block, Document, DocumentFormat } from './model.ts';
import type { DocumentParts } from './parts-model.ts';
import { PlaceWords } from './place-words.ts';

/** How a format finds the place of a block's text, and the text of a place. */
export interface Locator {
  locate(block: Block, offset: number | undefined, length: number | undefined): Location;
  /**
   * What stands at a place; `undefined` for a place that is not in the document.
   * @param context units of text before and after it, at most; not beyond its block
   */
  read(at: Location, context?: number): PlaceText | undefined;
}

export interface PlaceText {
  /** The block that holds the place, or where it begins; absent between blocks. */
  readonly block?: Block;
  /** The last block before a place between blocks. */
  readonly after?: Block;
  readonly line?: number;
  /** 0-based, in formats that have pages or slides. */
  readonly page?: number;
  readonly excerpt: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Units of text before and after a place. */
export const CONTEXT = 40;

interface Parts {
  readonly file: string;
  readonly format: DocumentFormat;
  readonly root: Root;
  readonly blocks: readonly Block[];
  readonly language?: string | undefined;
  readonly parts?: Partial<DocumentParts>;
  readonly locator: Locator;
}

/** The model of a document that was read. */
export function createDocument({ file, format, root, blocks, language, parts = {}, locator }: Parts): Document {
  let words: PlaceWords | undefined;
  return {
    kind: 'document',
    file,
    format,
    root,
    blocks,
    ...(language !== undefined && { language }),
    parts,
    locate: (block, offset, length) => locator.locate(block, offset, length),
    describe(at) {
      words ??= new PlaceWords(blocks);
      return describe(at, locator, words, format === 'pptx' ? 'slide' : 'page');
    },
    surround: (at) => surround(at, locator, language),
    scan(visitors) {
      const interested = visitors.filter(({ item, only }) => item === 'block' && only?.length !== 0);
      for (const block of blocks) for (const visitor of interested) if (wants(visitor, block)) visitor.visit(block);
    },
  };
}

function wants({ only }: Visitor, block: Block): boolean {
  return only === undefined || only.includes(block.type);
}

/** Units of text before and after a place, and of the place itself, that a report shows. */
const SHOWN = { around: 400, text: 600 };

function surround(at: Location, locator: Locator, language: string | undefined): Surroundings | undefined {
  const text = locator.read(at, SHOWN.around);
  if (!text?.block) return undefined;
  const parts = { before: text.prefix, text: shorten(text.excerpt, SHOWN.text), after: text.suffix };
  return { kind: 'text', ...parts, ...(language !== undefined && { language }) };
}

function describe(at: Location, locator: Locator, words: PlaceWords, pageWord: string): PlaceDescription {
  if (at.kind === 'file') return { place: '', anchor: '' };
  const text = locator.read(at);
  if (!text) return { place: at.kind, anchor: at.kind };
  const { block, after, line, page, excerpt, prefix, suffix } = text;
  const inWords = block ? words.place(block, line) : words.between(after, line);
  const place = page === undefined ? inWords : `${pageWord} ${page + 1}${inWords === '' ? '' : ` › ${inWords}`}`;
  const anchor = block ? words.anchor(block) : words.anchorBetween(after, excerpt);
  return { place, anchor, excerpt, ...(prefix !== '' && { prefix }), ...(suffix !== '' && { suffix }) };
}
