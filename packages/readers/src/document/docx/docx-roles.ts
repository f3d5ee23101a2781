import type { Item, ParagraphRoles, StoryParagraph } from '../story/story.ts';
import { contentsLevel } from '../story/style-names.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** What the styles and lists of a Word document make of its paragraphs. */
export class DocxRoles implements ParagraphRoles {
  readonly #styles: Styles;
  readonly #numbering: Numbering | undefined;

  constructor(styles: Styles, numbering: Numbering | undefined) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  depth({ style, outline }: StoryParagraph): number {
    return this.#styles.headingDepth(style, outline);
  }

  /** The list that a paragraph is in by itself or by its style; the number 0 takes it out. */
  item({ style, numId, level, outline }: StoryParagraph): Item | undefined {
    const inherited = this.#styles.numbering(style);
    const id = numId ?? inherited?.numId;
    if (id === undefined || id === 0 || !this.#numbering) return undefined;
    const ofStyle = inherited && (this.#numbering.levelOf(id, inherited.style) ?? inherited.level);
    const item = this.#numbering.next(id, Math.min(Math.max(level ?? ofStyle ?? 0, 0), 8));
    return this.#styles.headingDepth(style, outline) > 0 ? undefined : item;
  }

  isCode({ style }: StoryParagraph): boolean {
    return this.#styles.isCode(style);
  }

  isQuote({ style }: StoryParagraph): boolean {
    return this.#styles.isQuote(style);
  }

  contentsLevel({ style }: StoryParagraph): number | undefined {
    return contentsLevel(this.#styles.nameOf(style));
  }
}
