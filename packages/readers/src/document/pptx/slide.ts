import type { StoryEntry } from '../story/story.ts';

/** How the paragraphs of a level begin. */
export type Bullet = 'none' | 'sign' | 'number';

/** The place of a layout that a shape fills (ECMA-376-1, 19.3.1.36). */
export interface Placeholder {
  /** `title`, `ctrTitle`, `body`, `obj`, `sldNum` ... */
  readonly type: string;
  readonly index: string | undefined;
}

/** A paragraph's bullet, where it says so itself, and its level. */
export interface Bulleted {
  readonly bullet: Bullet | undefined;
  readonly level: number;
  /** Where its numbers begin. */
  readonly start: number;
}

/** A shape with what it holds, in the order of the slide. */
export interface Shape {
  placeholder?: Placeholder;
  readonly entries: StoryEntry[];
  /** Of its paragraphs outside of tables. */
  readonly bullets: Map<StoryEntry, Bulleted>;
  /** What the shape says of its levels. */
  readonly levels: Map<number, Bullet>;
  alt?: string;
  isDecoration?: boolean;
  isHidden?: boolean;
  /** A picture or chart: a part of the package. */
  source?: string;
  width?: number;
  height?: number;
  /** The part that holds the text of a diagram. */
  diagram?: string;
}

/** A slide, layout, master or page of notes. */
export interface SlidePart {
  readonly shapes: readonly Shape[];
  /** The first placeholder of each type, and each by `#` and its index. */
  readonly placeholders: ReadonlyMap<string, Shape>;
  readonly isHidden: boolean;
  /** Of a layout: `title`, `secHead`, `obj` ... */
  readonly layoutType: string;
  /** Of a master: the bullets of text in its placeholders. */
  readonly bodyLevels: ReadonlyMap<number, Bullet>;
  /** A field shows the number of the slide outside of placeholders, or in one that is filled. */
  readonly hasNumber: boolean;
}
