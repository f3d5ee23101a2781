import type { Location, Position, ReadFailure } from '@preflag/core';
import type { FileSource, ReadOptions } from '../../source.ts';
import { readXmlFile, type XmlElement, type XmlHandlers } from '../../xml/index.ts';
import type { Catalog, Entry } from '../catalog.ts';
import { CatalogDraft } from '../catalog-draft.ts';
import type { Segment } from '../model.ts';
import { InlineText } from './inline-text.ts';

/** Codes whose content is native code, not text (xliff 1.2). */
const NATIVE = new Set(['ph', 'bpt', 'ept', 'it']);
/** Annotations and marks: their content is text, and they are no codes. */
const MARKS = new Set(['mrk', 'sm', 'em', 'sub']);
/** Codes around text. */
const PAIRS = new Set(['g', 'pc']);

/** States of xliff 1.2 and 2.x, and of sdlxliff, in which a person still has to look. */
const UNFINISHED = new Set([
  'new',
  'initial',
  'needs-adaptation',
  'needs-l10n',
  'needs-translation',
  'needs-review-adaptation',
  'needs-review-l10n',
  'needs-review-translation',
  'Draft',
  'RejectedTranslation',
  'RejectedSignOff',
]);
/** Tools write it on everything that no person has approved in them, so it says less than a state. */
const NOT_APPROVED = 'approved="no"';

/** What is known while a unit is read. */
interface Unit {
  readonly id: string | undefined;
  readonly isTranslatable: boolean;
  readonly at: Position;
  readonly limit?: Segment['limit'];
  readonly notes: string[];
  /** Of segments (2.x): added when the unit ends, with its notes. */
  readonly entries: Omit<Entry, 'id'>[];
  readonly ids: (string | undefined)[];
  segment: Draft;
}

interface Draft {
  id?: string | undefined;
  state?: string | undefined;
  source?: Entry['source'];
  target?: Entry['target'];
}

/** Reads xliff 1.2 and 2.x. Inline codes stay in the texts as tags; units with translate="no" and alternative translations are left out. */
export async function readXliff(source: FileSource, options: ReadOptions): Promise<{ catalog: Catalog; failure?: ReadFailure }> {
  const draft = new CatalogDraft();
  const { text, lines, failure } = await readXmlFile(source, options, 'xliff', (position) => new XliffHandlers(draft, position));
  // What is extracted from a program has sources only, and names no language to translate into.
  const isTemplate = draft.size > 0 && !draft.hasTargets && draft.declared.every(({ side }) => side === 'source');
  return { catalog: draft.finish(source.file, 'xliff', text, lines, { isTemplate }), ...(failure && { failure }) };
}

class XliffHandlers implements XmlHandlers {
  readonly #draft: CatalogDraft;
  readonly #position: () => Position;
  /** Whether each open element is translated; `translate` is inherited. */
  readonly #translate: boolean[] = [];
  #isSecond = false;
  /** Ids are different within a file only: those of the second and later ones are named with it. */
  #files = 0;
  #fileName = '';
  #unit: Unit | undefined;
  #inline: InlineText | undefined;
  #note: string | undefined;
  /** How many elements deep the parser is in what is not read: native code, alternatives, skeletons. */
  #ignored = 0;

  constructor(draft: CatalogDraft, position: () => Position) {
    this.#draft = draft;
    this.#position = position;
  }

  open(element: XmlElement): void {
    const { local } = element;
    const own = element.attribute('translate');
    this.#translate.push(own === undefined ? (this.#translate.at(-1) ?? true) : own !== 'no');
    if (this.#ignored > 0) this.#ignored += 1;
    else if (this.#inline) this.#openInline(element, this.#inline);
    else if (local === 'alt-trans' || local === 'seg-source' || local === 'skeleton' || local === 'originalData' || local === 'matches')
      this.#ignored = 1;
    else if (local === 'xliff' || local === 'file') this.#openFile(element);
    else if (local === 'trans-unit' || local === 'unit') this.#openUnit(element);
    else if (this.#unit && local === 'segment') this.#unit.segment = { id: element.attribute('id'), state: element.attribute('state') };
    else if (this.#unit && local === 'ignorable') this.#ignored = 1;
    else if (this.#unit && local === 'note') this.#note = '';
    else if (this.#unit && (local === 'source' || local === 'target')) {
      this.#inline = new InlineText(this.#position());
      if (local === 'target' && element.attribute('state') !== undefined) this.#unit.segment.state = element.attribute('state');
    }
  }

  text(text: string): void {
    if (this.#ignored > 0) return;
    if (this.#inline) this.#inline.add(text);
    else if (this.#note !== undefined) this.#note += text;
  }

  close(element: XmlElement): void {
    const { local } = element;
    const isTranslated = this.#translate.pop() ?? true;
    if (this.#ignored > 0) {
      this.#ignored -= 1;
      return;
    }
    const unit = this.#unit;
    if (this.#inline && unit && (local === 'source' || local === 'target')) {
      unit.segment[local] = this.#inline.finish(this.#position(), element.prefix ? `${element.prefix}:${local}` : local);
      this.#inline = undefined;
    } else if (this.#inline) {
      if (PAIRS.has(local)) this.#inline.close(element);
    } else if (unit && local === 'note') {
      const note = this.#note?.trim();
      if (note) unit.notes.push(note);
      this.#note = undefined;
    } else if (unit && local === 'segment') this.#endSegment(unit, isTranslated);
    else if (unit && (local === 'trans-unit' || local === 'unit')) this.#endUnit(unit, local);
  }

  #openFile(element: XmlElement): void {
    const at = this.#place(this.#position());
    if (element.local === 'file') {
      this.#files += 1;
      this.#fileName = this.#files === 1 ? '' : `${element.attribute('original') ?? element.attribute('id') ?? this.#files} › `;
    }
    this.#isSecond = element.local === 'xliff' ? (element.attribute('version') ?? '').startsWith('2') : this.#isSecond;
    this.#draft.declare(
      'source',
      element.attribute('source-language') ?? element.attribute('srcLang'),
      'the source language in the file',
      at,
    );
    const target = element.attribute('target-language') ?? element.attribute('trgLang');
    this.#draft.declare('target', target, `the attribute ${this.#isSecond ? 'trgLang' : 'target-language'}`, at);
  }

  #openUnit(element: XmlElement): void {
    const id = element.attribute('id');
    const at = this.#position();
    if (id === undefined) this.#draft.problem('idMissing', this.#place(at), { what: `<${element.local}>` });
    const limit = limitOf(element);
    this.#unit = {
      id: id ?? element.attribute('resname'),
      isTranslatable: this.#translate.at(-1) ?? true,
      at,
      notes: [],
      entries: [],
      ids: [],
      segment: { ...(element.attribute('approved') === 'no' && { state: NOT_APPROVED }) },
      ...(limit && { limit }),
    };
  }

  #openInline(element: XmlElement, inline: InlineText): void {
    const { local } = element;
    if (local === 'cp') {
      const code = Number.parseInt(element.attribute('hex') ?? '', 16);
      if (code >= 0 && code <= 0x10ffff) inline.add(String.fromCodePoint(code));
      this.#ignored = 1;
    } else if (MARKS.has(local)) return;
    else if (PAIRS.has(local)) inline.open(element, false);
    else {
      inline.open(element, true);
      if (NATIVE.has(local) || !element.selfClosing) this.#ignored = 1;
    }
  }

  #endSegment(unit: Unit, isTranslated: boolean): void {
    if (isTranslated) this.#keep(unit);
    unit.segment = {};
  }

  #keep(unit: Unit): void {
    const { id, state, source, target } = unit.segment;
    if (!source) {
      this.#draft.problem('sourceMissing', this.#place(unit.at), { key: unit.id ?? '' });
      return;
    }
    unit.ids.push(id);
    unit.entries.push({
      source,
      ...(target && { target }),
      ...(state !== undefined && target && { state: { name: state, isUnfinished: UNFINISHED.has(state) || state === NOT_APPROVED } }),
      ...(unit.limit && { limit: unit.limit }),
    });
  }

  #endUnit(unit: Unit, local: string): void {
    this.#unit = undefined;
    if (!unit.isTranslatable) return;
    if (local === 'trans-unit') this.#keep(unit);
    for (const [index, entry] of unit.entries.entries()) {
      const id = `${this.#fileName}${unit.id ?? `unit at line ${unit.at.line}`}${unit.entries.length > 1 ? ` › ${unit.ids[index] ?? index + 1}` : ''}`;
      this.#draft.add({ ...entry, id, ...(unit.notes.length > 0 && { notes: unit.notes }) }, this.#place(unit.at));
    }
  }

  #place(at: Position): Location {
    return { kind: 'text', start: at, end: at };
  }
}

/** `maxwidth` with `size-unit` (1.2; pixels where it is not said), `sizeRestriction` (2.x). */
function limitOf(element: XmlElement): Segment['limit'] | undefined {
  const width = element.attribute('maxwidth');
  const unit = element.attribute('size-unit');
  if (width !== undefined && (unit === 'char' || unit === 'byte')) return limit(width, unit === 'char' ? 'characters' : 'bytes');
  const bytes = element.attribute('maxbytes');
  if (bytes !== undefined) return limit(bytes, 'bytes');
  const restriction = element.attribute('sizeRestriction', '*');
  if (restriction !== undefined) return limit(restriction.split(',').at(-1) ?? '', 'characters');
  return width !== undefined && (unit === undefined || unit === 'pixel') ? limit(width, 'pixels') : undefined;
}

function limit(value: string, unit: NonNullable<Segment['limit']>['unit']): Segment['limit'] | undefined {
  return /^\s*\d{1,7}\s*$/.test(value) ? { max: Number(value), unit } : undefined;
}
