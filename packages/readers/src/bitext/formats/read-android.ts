import type { Location, Position, ReadFailure } from '@preflag/core';
import type { FileSource, ReadOptions } from '../../source.ts';
import { readXmlFile, type XmlElement, type XmlHandlers } from '../../xml/index.ts';
import type { Catalog, Entry } from '../catalog.ts';
import { CatalogDraft } from '../catalog-draft.ts';
import { InlineText } from './inline-text.ts';

/** The string, plurals or string-array that is open. */
interface Resource {
  readonly name: string;
  readonly at: Position;
  readonly isTranslatable: boolean;
  items: number;
}

/**
 * Reads Android string resources: strings, plurals and arrays. Those with translatable="false" are left out; `<xliff:g>` marks are taken
 * off, tags of html stay in the texts.
 */
export async function readAndroid(source: FileSource, options: ReadOptions): Promise<{ catalog: Catalog; failure?: ReadFailure }> {
  const draft = new CatalogDraft();
  const { text, lines, failure } = await readXmlFile(source, options, 'resources', (position) => new AndroidHandlers(draft, position));
  return { catalog: draft.finish(source.file, 'android-strings', text, lines), ...(failure && { failure }) };
}

class AndroidHandlers implements XmlHandlers {
  readonly #draft: CatalogDraft;
  readonly #position: () => Position;
  #resource: Resource | undefined;
  #form: string | undefined;
  #inline: InlineText | undefined;
  #depth = 0;

  constructor(draft: CatalogDraft, position: () => Position) {
    this.#draft = draft;
    this.#position = position;
  }

  open(element: XmlElement): void {
    this.#depth += 1;
    const { local } = element;
    if (this.#inline) {
      if (element.uri === '') this.#inline.open(element, element.selfClosing);
    } else if (this.#depth === 2 && (local === 'string' || local === 'plurals' || local === 'string-array')) this.#openResource(element);
    else if (this.#resource && local === 'item') {
      this.#form = element.attribute('quantity');
      this.#inline = new InlineText(this.#position());
    }
  }

  text(text: string): void {
    this.#inline?.add(text);
  }

  close(element: XmlElement): void {
    this.#depth -= 1;
    const { local } = element;
    const isEnd = this.#depth === 1 || (this.#depth === 2 && local === 'item');
    if (this.#inline && !isEnd) {
      if (element.uri === '' && !element.selfClosing) this.#inline.close(element);
      return;
    }
    if (this.#inline && this.#resource) this.#endText(local, this.#resource, this.#inline);
    this.#inline = undefined;
    if (this.#depth === 1) this.#resource = undefined;
  }

  #openResource(element: XmlElement): void {
    const name = element.attribute('name');
    const at = this.#position();
    if (name === undefined) this.#draft.problem('idMissing', { kind: 'text', start: at, end: at }, { what: `<${element.local}>` });
    this.#resource = { name: name ?? `line ${at.line}`, at, isTranslatable: element.attribute('translatable') !== 'false', items: 0 };
    if (element.local === 'string') this.#inline = new InlineText(at);
  }

  #endText(local: string, resource: Resource, inline: InlineText): void {
    const raw = inline.finish(this.#position(), local);
    const item = local === 'item' ? resource.items++ : undefined;
    if (!resource.isTranslatable) return;
    const id = item === undefined ? resource.name : `${resource.name}/${this.#form ?? item + 1}`;
    if (hasOpenApostrophe(raw.text)) this.#draft.problem('apostrophe', raw.at, { key: id });
    const entry: Entry = {
      id,
      target: { at: raw.at, text: unescaped(raw.text), ...(raw.prose !== undefined && { prose: unescaped(raw.prose) }) },
      hasPrintf: true,
      ...(this.#form !== undefined && { plural: { of: resource.name, form: this.#form } }),
    };
    this.#form = undefined;
    const at: Location = { kind: 'text', start: resource.at, end: resource.at };
    this.#draft.add(entry, item === undefined ? at : raw.at);
  }
}

/** Outside of double quotes an apostrophe needs a backslash; references to other resources have none. */
function hasOpenApostrophe(text: string): boolean {
  if (!text.includes("'")) return false;
  let isQuoted = false;
  let isTag = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '<' && /[a-z/]/i.test(text[at + 1] ?? '')) isTag = true;
    else if (sign === '>') isTag = false;
    else if (sign === '"' && !isTag) isQuoted = !isQuoted;
    else if (sign === "'" && !isQuoted && !isTag) return true;
  }
  return false;
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** Without the escapes of resources, and white space folded as the app shows it. Codes that are blanked by U+FFFC stay. */
function unescaped(text: string): string {
  return text
    .replace(/<[^<>]*>|\\u([0-9a-fA-F]{4})|\\(.)|"|[ \t\r\n]+/gs, (whole, hex?: string, sign?: string) => {
      if (whole.startsWith('<')) return whole;
      if (whole === '"') return '';
      if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
      return sign === undefined ? ' ' : (SIGNS[sign] ?? sign);
    })
    .trim();
}
