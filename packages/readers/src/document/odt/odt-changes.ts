import type { XmlElement } from '../../xml/index.ts';
import type { ParagraphMarks } from '../story/story.ts';
import { odfAttribute } from './odt-xml.ts';

type Revision = ParagraphMarks['revisions'][number];

interface Region {
  kind: string;
  author?: string;
  /** What was deleted. */
  deleted: string;
}

/** Changes that are open at one place. */
const MOST_OPEN = 100;

interface OpenChange {
  readonly kind: Revision['kind'];
  readonly author: string | undefined;
  /** The paragraph that the text goes to now, and what it took of it. */
  marks: ParagraphMarks | undefined;
  text: string;
}

/** Changes that are kept are told apart from those that are gone with their text. */
export function changeKind(kind: string): Revision['kind'] {
  return kind === 'text:format-change' ? 'formatting' : 'insertion';
}

/** The tracked changes of an OpenDocument text (ODF 1.3, part 3, 5.5): listed before the text, and then named where they stand. */
export class OdtChanges {
  readonly #regions = new Map<string, Region>();
  readonly #open = new Map<string, OpenChange>();
  #region: Region | undefined;
  #path: string[] = [];

  /** True for an element of the list. */
  open(name: string, element: XmlElement): boolean {
    if (name !== 'text:tracked-changes' && this.#path.length === 0) return false;
    this.#path.push(name);
    if (name === 'text:changed-region') {
      this.#region = { kind: '', deleted: '' };
      const id = odfAttribute(element, 'id');
      if (id !== undefined) this.#regions.set(id, this.#region);
    } else if (this.#region && this.#path.at(-2) === 'text:changed-region') this.#region.kind = name;
    else if (this.#region && this.#region.deleted !== '' && name === 'text:p') this.#region.deleted += ' ';
    return true;
  }

  /** True where an element of the list ends. */
  close(): boolean {
    return this.#path.pop() !== undefined;
  }

  text(text: string): boolean {
    if (this.#path.length === 0) return false;
    const at = this.#path.at(-1);
    if (!this.#region) return true;
    if (at === 'dc:creator') this.#region.author = (this.#region.author ?? '') + text;
    else if (this.#region.kind === 'text:deletion' && !this.#path.includes('office:change-info')) this.#region.deleted += text;
    return true;
  }

  region(id: string | undefined): Region {
    return this.#regions.get(id ?? '') ?? { kind: '', deleted: '' };
  }

  start(id: string | undefined, kind: Revision['kind'], author: string | undefined, marks: ParagraphMarks | undefined): void {
    if (id !== undefined && this.#open.size < MOST_OPEN) this.#open.set(id, { kind, author, marks, text: '' });
  }

  end(id: string | undefined): void {
    const change = this.#open.get(id ?? '');
    this.#open.delete(id ?? '');
    if (change) note(change);
  }

  /** A change goes on over the paragraphs that it covers, and is noted in each. */
  enter(marks: ParagraphMarks): void {
    for (const change of this.#open.values()) Object.assign(change, { marks, text: '' });
  }

  leave(outer: ParagraphMarks | undefined): void {
    for (const change of this.#open.values()) {
      note(change);
      Object.assign(change, { marks: outer, text: '' });
    }
  }

  add(text: string): void {
    for (const change of this.#open.values()) change.text += text;
  }
}

function note({ kind, author, marks, text }: OpenChange): void {
  if (text !== '' || kind === 'formatting')
    marks?.revisions.push({ kind, ...(author !== undefined && { author }), text: kind === 'formatting' ? '' : text });
}
