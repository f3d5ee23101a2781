import { CAPTION_STYLE, CODE_STYLE, contentsLevel, QUOTE_STYLE } from '../story/style-names.ts';
import type { ParagraphMarks, Piece } from '../story/story.ts';
import type { OdtStyles } from './odt-styles.ts';

/** What a style makes of its paragraphs. */
export interface OdtParagraphLook {
  readonly isTitle: boolean;
  readonly isQuote: boolean;
  readonly isCode: boolean;
  /** The pages that begin with it. */
  readonly master: string | undefined;
  readonly marks: Pick<ParagraphMarks, 'alignment' | 'line' | 'isBreak' | 'isCaption' | 'contentsLevel'>;
}

/** Looks styles up with those that they are based on, each once: a text has few of them, and many paragraphs. */
export class OdtLooks {
  readonly #styles: OdtStyles;
  readonly #paragraphs: Map<string, OdtParagraphLook> = new Map();
  readonly #fonts: Map<string, Piece['font']> = new Map();

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  paragraph(style: string | undefined): OdtParagraphLook {
    const known = this.#paragraphs.get(style ?? '');
    if (known) return known;
    const look = this.#read(style);
    this.#paragraphs.set(style ?? '', look);
    return look;
  }

  /** The font in effect: of the innermost span that says it, of the paragraph, or of the document. */
  font(style: string | undefined, spans: readonly (string | undefined)[]): Piece['font'] {
    const key = [style, ...spans].join('\n');
    if (this.#fonts.has(key)) return this.#fonts.get(key);
    const styles = this.#styles;
    let font = styles.font('paragraph', style) ?? styles.font('paragraph', '');
    let size = styles.size('paragraph', style, styles.size('paragraph', ''));
    for (const span of spans) {
      font = styles.font('text', span) ?? font;
      size = styles.size('text', span, size);
    }
    const found = font === undefined || size === undefined ? undefined : { font, size };
    if (this.#fonts.size < MOST_FONTS) this.#fonts.set(key, found);
    return found;
  }

  #read(style: string | undefined): OdtParagraphLook {
    const styles = this.#styles;
    const level = styles.first('paragraph', style, ({ name }) => contentsLevel(name));
    const alignment = styles.first('paragraph', style, (one) => one.alignment) ?? styles.first('paragraph', '', (one) => one.alignment);
    const line = styles.first('paragraph', style, (one) => one.line) ?? styles.first('paragraph', '', (one) => one.line);
    return {
      isTitle: styles.isNamed('paragraph', style, /^title$/i),
      isQuote: styles.isNamed('paragraph', style, QUOTE_STYLE),
      isCode: styles.isNamed('paragraph', style, CODE_STYLE),
      master: styles.first('paragraph', style, ({ master }) => master),
      marks: {
        ...(styles.first('paragraph', style, ({ breaks }) => breaks) && { isBreak: true }),
        ...(alignment !== undefined && { alignment }),
        ...(line && { line }),
        ...(level !== undefined && { contentsLevel: level }),
        ...(styles.isNamed('paragraph', style, CAPTION_STYLE) && { isCaption: true }),
      },
    };
  }
}

/** More combinations are looked up each time. */
const MOST_FONTS = 10_000;
