import type { XmlHandlers } from './parse-xml.ts';
import { XmlElement, type XmlAttribute } from './xml-element.ts';

/** How far a scan came: `events` counts starts and ends of elements and runs of text. */
export interface Scanned {
  readonly isWhole: boolean;
  readonly events: number;
}

/**
 * Reads XML of the plain shape that programs write: elements, attributes and text, in names of ASCII letters, with the references that XML
 * itself defines. Whatever else it meets, well-formed or not, it stops in front of: comments, CDATA, instructions, declarations, other
 * references, white space at odd places. What it did read is well-formed up to there (XML 1.0, Namespaces in XML 1.0).
 * @param depth elements that may be open at a time, at most
 */
export function scanXml(text: string, handlers: XmlHandlers, depth: number): Scanned {
  const scanner = new Scanner(text, handlers, depth);
  return { isWhole: scanner.run(), events: scanner.events };
}

/** The declaration, of version 1.0. */
const DECLARATION =
  /^<\?xml[ \t\r\n]+version=(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/;
/** What is no character of XML 1.0; halves of one do not come out of a decoder. */
const NO_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const TAG_NAME = /(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)/y;
const ATTRIBUTE = /[ \t\r\n]+((?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*))=(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /[ \t\r\n]*(\/?)$/y;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));|&/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const SLASH = 0x2f;
/** Of start tags kept in a scope; those of a text of any size are mostly the same few. */
const MOST_TAGS = 2_000;

/** Start tags by what is written between their brackets, which says all where the namespaces are the same. */
interface Scope {
  readonly outer: Scope | undefined;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly tags: Map<string, StartTag>;
}

interface StartTag {
  /** As its end tag must have it. */
  readonly name: string;
  readonly element: XmlElement;
  /** What is inside of it. */
  readonly scope: Scope;
}

class Scanner {
  events = 0;
  readonly #outermost: Scope = {
    outer: undefined,
    prefixes: new Map([
      ['', ''],
      ['xml', XML],
      ['xmlns', XMLNS],
    ]),
    tags: new Map(),
  };
  readonly #text: string;
  readonly #handlers: XmlHandlers;
  readonly #depth: number;
  readonly #open: StartTag[] = [];
  #scope: Scope = this.#outermost;

  constructor(text: string, handlers: XmlHandlers, depth: number) {
    this.#text = text;
    this.#handlers = handlers;
    this.#depth = depth;
  }

  /** True when all of the text was read. */
  run(): boolean {
    const text = this.#text;
    let at = DECLARATION.exec(text)?.[0].length ?? 0;
    if ((at === 0 && text[0] !== '<') || NO_CHARACTER.test(text)) return false;
    let isClosed = false;
    for (;;) {
      const bracket = text.indexOf('<', at);
      const isEnd = bracket < 0;
      if (isEnd && !isClosed) return false;
      const to = isEnd ? text.length : bracket;
      if (to > at && !this.#characters(text.slice(at, to))) return false;
      if (isEnd) return true;
      const end = text.indexOf('>', bracket);
      if (end < 0 || isClosed) return false;
      if (text.charCodeAt(bracket + 1) !== SLASH) {
        if (!this.#startTag(text.slice(bracket + 1, end))) return false;
      } else if (!this.#endTag(bracket + 2, end)) return false;
      isClosed = this.#open.length === 0;
      at = end + 1;
    }
  }

  #characters(written: string): boolean {
    if (this.#open.length === 0 && /[^ \t\r\n]/.test(written)) return false;
    const text = written.includes(']]>') ? undefined : resolve(written);
    if (text === undefined) return false;
    this.events++;
    this.#handlers.text?.(text);
    return true;
  }

  #startTag(written: string): boolean {
    const tag = this.#scope.tags.get(written) ?? this.#read(written);
    if (!tag || this.#open.length >= this.#depth) return false;
    this.events++;
    this.#handlers.open?.(tag.element);
    if (tag.element.selfClosing) {
      this.events++;
      this.#handlers.close?.(tag.element);
    } else {
      this.#open.push(tag);
      this.#scope = tag.scope;
    }
    return true;
  }

  #endTag(from: number, to: number): boolean {
    const tag = this.#open.at(-1);
    if (!tag || to - from !== tag.name.length || !this.#text.startsWith(tag.name, from)) return false;
    this.#open.pop();
    this.#scope = this.#open.at(-1)?.scope ?? this.#outermost;
    this.events++;
    this.#handlers.close?.(tag.element);
    return true;
  }

  #read(written: string): StartTag | undefined {
    const tag = readTag(written, this.#scope);
    if (tag && this.#scope.tags.size < MOST_TAGS) this.#scope.tags.set(written, tag);
    return tag;
  }
}

interface WrittenAttribute {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly value: string;
}

/** `undefined` for what is not plain. */
function readTag(written: string, around: Scope): StartTag | undefined {
  TAG_NAME.lastIndex = 0;
  const [name, prefix = '', local = ''] = TAG_NAME.exec(written) ?? [];
  if (name === undefined) return undefined;
  const attributes: WrittenAttribute[] = [];
  let at = name.length;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const [whole, attributeName = '', ofPrefix = '', ofLocal = '', quoted, single = ''] = ATTRIBUTE.exec(written) ?? [];
    if (whole === undefined) break;
    const value = resolve(quoted ?? single, ' ');
    if (value === undefined) return undefined;
    attributes.push({ name: attributeName, prefix: ofPrefix, local: ofLocal, value });
    at += whole.length;
  }
  TAG_END.lastIndex = at;
  const end = TAG_END.exec(written);
  const scope = scopeOf(attributes, around);
  const uri = scope && uriOf(prefix, scope);
  const resolved = scope && withNamespaces(attributes, scope);
  if (!end || !scope || !resolved || uri === undefined || prefix === 'xmlns') return undefined;
  return { name, element: new XmlElement({ local, prefix, uri, selfClosing: end[1] === '/' }, resolved), scope };
}

/** The scope inside of an element; `undefined` for declarations that are not allowed, or that few know to be. */
function scopeOf(attributes: readonly WrittenAttribute[], outer: Scope): Scope | undefined {
  const prefixes = new Map<string, string>();
  for (const { name, prefix, local, value } of attributes) {
    if (prefix !== 'xmlns' && name !== 'xmlns') continue;
    if (
      value !== value.trim() ||
      value === XML ||
      value === XMLNS ||
      (prefix !== '' && (value === '' || local === 'xml' || local === 'xmlns'))
    )
      return undefined;
    prefixes.set(prefix === '' ? '' : local, value);
  }
  return prefixes.size === 0 ? outer : { outer, prefixes, tags: new Map() };
}

function uriOf(prefix: string, scope: Scope): string | undefined {
  for (let around: Scope | undefined = scope; around; around = around.outer) {
    const uri = around.prefixes.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}

/** `undefined` for a prefix that is not bound, or an attribute that is there twice. */
function withNamespaces(attributes: readonly WrittenAttribute[], scope: Scope): readonly XmlAttribute[] | undefined {
  const seen = new Set<string>();
  const resolved: XmlAttribute[] = [];
  for (const attribute of attributes) {
    const { name, prefix, local } = attribute;
    const uri = prefix === '' ? (name === 'xmlns' ? XMLNS : '') : uriOf(prefix, scope);
    if (uri === undefined) return undefined;
    seen.add(`${uri} ${local}`);
    resolved.push({ ...attribute, uri });
  }
  return seen.size === attributes.length ? resolved : undefined;
}

/**
 * Text with its references resolved and its line ends as XML has them; `undefined` for a reference that is not plain.
 * @param space what white space other than a space stands for; none leaves it as it is
 */
function resolve(written: string, space?: string): string | undefined {
  let text = written.includes('\r') ? written.replaceAll(/\r\n?/g, '\n') : written;
  if (space !== undefined && /[\t\n]/.test(text)) text = text.replaceAll(/[\t\n]/g, space);
  if (!text.includes('&')) return text;
  let isPlain = true;
  const resolved = text.replaceAll(REFERENCE, (_reference, name?: string, decimal?: string, hexadecimal?: string) => {
    const character = name === undefined ? characterOf(decimal, hexadecimal) : NAMED[name];
    isPlain &&= character !== undefined;
    return character ?? '';
  });
  return isPlain ? resolved : undefined;
}

/** Of a reference by number (XML 1.0, 2.2). */
function characterOf(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCharacter =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
