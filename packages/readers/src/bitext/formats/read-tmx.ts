import type { Location, Position, ReadFailure } from '@preflag/core';
import type { FileSource, ReadOptions } from '../../source.ts';
import { readXmlFile, type XmlElement, type XmlHandlers } from '../../xml/index.ts';
import type { Catalog, EntryText } from '../catalog.ts';
import type { Languages } from '../bitext-model.ts';
import { CatalogDraft } from '../catalog-draft.ts';
import { isLanguage } from '../language-tags.ts';
import { InlineText } from './inline-text.ts';

/** Codes of tmx 1.4: their content is native code. `hi` and `sub` hold text. */
const CODES = new Set(['ph', 'bpt', 'ept', 'it', 'ut', 'x']);

interface Unit {
  readonly id: string | undefined;
  readonly number: number;
  readonly at: Position;
  readonly sourceLanguage: string | undefined;
  readonly variants: { readonly language: string; readonly text: EntryText }[];
}

/**
 * Reads a translation memory (tmx 1.4): each unit in its source language and every other one, or in the target language only where that is
 * given. Where any language may be the source (`*all*`), it is the one that is given, if it is there.
 */
export async function readTmx(
  source: FileSource,
  options: ReadOptions,
  languages: Languages,
): Promise<{ catalog: Catalog; failure?: ReadFailure }> {
  const draft = new CatalogDraft();
  const handlers: { current?: TmxHandlers } = {};
  const { text, lines, failure } = await readXmlFile(
    source,
    options,
    'tmx',
    (position) => (handlers.current = new TmxHandlers(draft, position)),
  );
  handlers.current?.addEntries(languages);
  return { catalog: draft.finish(source.file, 'tmx', text, lines), ...(failure && { failure }) };
}

class TmxHandlers implements XmlHandlers {
  readonly #draft: CatalogDraft;
  readonly #position: () => Position;
  readonly #units: Unit[] = [];
  #sourceLanguage: string | undefined;
  #unit: Unit | undefined;
  #language: string | undefined;
  #inline: InlineText | undefined;
  #ignored = 0;

  constructor(draft: CatalogDraft, position: () => Position) {
    this.#draft = draft;
    this.#position = position;
  }

  open(element: XmlElement): void {
    const { local } = element;
    if (this.#ignored > 0) this.#ignored += 1;
    else if (this.#inline) {
      if (!CODES.has(local)) return;
      this.#inline.open(element, true);
      this.#ignored = 1;
    } else if (local === 'header') this.#sourceLanguage = languageOrAll(element.attribute('srclang'));
    else if (local === 'tu') this.#openUnit(element);
    else if (local === 'tuv') this.#language = element.attribute('lang', '*') ?? element.attribute('lang');
    else if (local === 'seg' && this.#unit) this.#inline = new InlineText(this.#position());
  }

  text(text: string): void {
    if (this.#ignored === 0) this.#inline?.add(text);
  }

  close({ local }: XmlElement): void {
    if (this.#ignored > 0) {
      this.#ignored -= 1;
      return;
    }
    if (local === 'seg' && this.#inline && this.#unit) {
      if (this.#language === undefined)
        this.#draft.problem('languageMissing', this.#place(this.#unit.at), { what: 'A <tuv>', attribute: 'xml:lang' });
      else this.#unit.variants.push({ language: this.#language, text: this.#inline.finish(this.#position(), 'seg') });
      this.#inline = undefined;
    } else if (local === 'tu' && this.#unit) {
      this.#units.push(this.#unit);
      this.#unit = undefined;
    }
  }

  /** Makes entries of the units; which languages there are is known only at the end. */
  addEntries({ source: given, target }: Languages): void {
    const others = new Set(this.#units.flatMap(({ variants }) => variants.map(({ language }) => language)));
    const wantedSource = [...others].find((language) => given !== undefined && isLanguage(language, given));
    const source = this.#sourceLanguage ?? wantedSource ?? this.#units[0]?.variants[0]?.language;
    if (source !== undefined) {
      for (const language of others) if (isLanguage(language, source)) others.delete(language);
      this.#draft.declare('source', source, 'srclang', this.#place({ line: 1, column: 1 }));
    }
    const wanted = [...others].filter((language) => target === undefined || isLanguage(language, target));
    const languages = wanted.length > 0 ? wanted : [...others];
    const [first] = languages;
    if (languages.length === 1) this.#draft.declare('target', first, 'the <tuv> of the units', this.#place({ line: 1, column: 1 }));
    for (const unit of this.#units) this.#addUnit(unit, unit.sourceLanguage ?? source, languages);
  }

  #addUnit({ id, number, at, variants }: Unit, source: string | undefined, languages: readonly string[]): void {
    const from = variants.find(({ language }) => source !== undefined && isLanguage(language, source));
    const place = this.#place(at);
    if (!from) {
      if (variants.length > 0) this.#draft.problem('sourceMissing', place, { key: id ?? number });
      return;
    }
    for (const language of languages) {
      const to = variants.find((variant) => variant.language === language);
      this.#draft.add(
        {
          id: `${id ?? number}${languages.length > 1 ? ` › ${language}` : ''}`,
          role: 'paragraph',
          source: from.text,
          ...(to && { target: to.text }),
          ...(languages.length > 1 && { language }),
        },
        place,
      );
    }
  }

  #openUnit(element: XmlElement): void {
    const number = this.#units.length + 1;
    const sourceLanguage = languageOrAll(element.attribute('srclang'));
    this.#unit = { id: element.attribute('tuid'), number, at: this.#position(), sourceLanguage, variants: [] };
  }

  #place(at: Position): Location {
    return { kind: 'text', start: at, end: at };
  }
}

/** `*all*` means that any language may be the source. */
function languageOrAll(language: string | undefined): string | undefined {
  return language === '*all*' ? undefined : language;
}
