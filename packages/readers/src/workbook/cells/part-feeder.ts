import { isUtf8 } from 'node:buffer';
import { ReadError } from '../../archive/read-error.ts';
import { SNIFF_BYTES, xmlDecoder } from '../../xml/decode-xml.ts';
import type { XmlDecoder } from '../../xml/decode-xml.ts';
import type { XmlHandlers, XmlPart, XmlWriter } from '../../xml/parse-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { xmlWriter } from '../../xml/parse-xml.ts';
import type { BodyTokeniser } from './sheet-tokeniser.ts';
import { NeedsXmlParser } from './text-scratch.ts';

/** SpreadsheetML, transitional and strict. */
export function isSpreadsheetNamespace(uri: string): boolean {
  return uri === 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' || uri === 'http://purl.oclc.org/ooxml/spreadsheetml/main';
}

/** The body must begin within these bytes, else the XML parser looks for it. */
const MOST_HEAD_BYTES = 1 << 20;
const FIRST_WORK_BYTES = 1 << 19;
/** Zeroes behind the bytes, where the tokenisers stop. */
const GUARD_BYTES = 8;

/**
 * Feeds a part to three readers: its head, up to and with the start tag of the body, to the XML parser; the body to a
 * tokeniser; and the tail, from the end tag of the body, to the XML parser again, which so sees a whole document.
 */
export class PartFeeder {
  readonly #bodyTag: string;
  readonly #makeTokeniser: (prefix: string) => BodyTokeniser;
  readonly #part: XmlPart;
  readonly #xml: XmlWriter;
  #last: XmlElement | undefined;
  #sniffed: Buffer | undefined = Buffer.alloc(0);
  /** Set where the part is not UTF-8. */
  #transcoder: XmlDecoder | undefined;
  #tailDecoder: XmlDecoder | undefined;
  #tokeniser: BodyTokeniser | undefined;
  #work: Buffer = Buffer.allocUnsafeSlow(FIRST_WORK_BYTES + GUARD_BYTES);
  #length = 0;
  /** A unit longer than the work was is only tried again when twice as much is there. */
  #tryFrom = 0;

  constructor(bodyTag: string, makeTokeniser: (prefix: string) => BodyTokeniser, handlers: XmlHandlers, part: XmlPart) {
    this.#bodyTag = bodyTag;
    this.#makeTokeniser = makeTokeniser;
    this.#part = part;
    this.#xml = xmlWriter(
      {
        ...handlers,
        open: (element) => {
          this.#last = element;
          handlers.open?.(element);
        },
      },
      part,
    );
  }

  /** @throws NeedsXmlParser for what the tokeniser does not know; ReadError for what is malformed */
  feed(chunk: Buffer): void {
    if (this.#sniffed !== undefined) {
      this.#sniffed = Buffer.concat([this.#sniffed, chunk]);
      if (this.#sniffed.length >= SNIFF_BYTES) this.#start(this.#sniffed);
      return;
    }
    this.#take(chunk);
  }

  /** Ends the part. */
  end(): void {
    if (this.#sniffed !== undefined) this.#start(this.#sniffed);
    this.#tryFrom = 0;
    if (this.#tailDecoder === undefined) this.#run();
    if (this.#tailDecoder === undefined) throw new NeedsXmlParser('body that breaks off');
    this.#xml.write(this.#tailDecoder.decode(new Uint8Array()));
    this.#xml.close();
  }

  #start(bytes: Buffer): void {
    this.#sniffed = undefined;
    const decoder = xmlDecoder(bytes, this.#part.part);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    if (decoder.encoding !== 'utf-8') this.#transcoder = decoder;
    this.#take(hasMark ? bytes.subarray(3) : bytes);
  }

  #take(chunk: Buffer): void {
    const bytes = this.#transcoder ? Buffer.from(this.#transcoder.decode(chunk, { stream: true })) : chunk;
    if (this.#tailDecoder) {
      this.#xml.write(this.#tailDecoder.decode(bytes, { stream: true }));
      return;
    }
    this.#reserve(bytes.length);
    this.#work.set(bytes, this.#length);
    this.#length += bytes.length;
    if (this.#length >= this.#tryFrom) this.#run();
  }

  #run(): void {
    this.#work.fill(0, this.#length, this.#length + GUARD_BYTES);
    if (!this.#tokeniser && !this.#findBody()) return;
    const tokeniser = this.#tokeniser;
    if (!tokeniser) return;
    const used = tokeniser.parse(this.#work, this.#length);
    if (!isUtf8(this.#work.subarray(0, used))) {
      const { part } = this.#part;
      throw new ReadError({
        kind: 'encoding',
        text: `The part ${part} has bytes that are not UTF-8.`,
        place: { kind: 'part', name: part },
      });
    }
    this.#drop(used);
    if (tokeniser.done) this.#startTail();
  }

  #findBody(): boolean {
    const work = this.#work.subarray(0, this.#length);
    for (let at = work.indexOf(this.#bodyTag); at >= 0; at = work.indexOf(this.#bodyTag, at + 1)) {
      let open = at - 1;
      while (open >= 0 && isNameByte(work[open]!)) open--;
      if (work[open] !== 0x3c || isNameByte(this.#work[at + this.#bodyTag.length]!)) continue;
      const close = work.indexOf(0x3e, at);
      if (close < 0) break;
      this.#xml.write(xmlDecoder(Buffer.alloc(0), this.#part.part).decode(work.subarray(0, close + 1)));
      const tag = this.#last;
      if (tag?.local !== this.#bodyTag || !isSpreadsheetNamespace(tag.uri)) throw new NeedsXmlParser('head');
      this.#drop(close + 1);
      if (tag.selfClosing) this.#startTail();
      else this.#tokeniser = this.#makeTokeniser(tag.prefix === '' ? '' : `${tag.prefix}:`);
      return true;
    }
    if (this.#length > MOST_HEAD_BYTES) throw new NeedsXmlParser('head');
    return false;
  }

  #startTail(): void {
    this.#tailDecoder = xmlDecoder(Buffer.alloc(0), this.#part.part);
    this.#xml.write(this.#tailDecoder.decode(this.#work.subarray(0, this.#length), { stream: true }));
    this.#length = 0;
  }

  #drop(bytes: number): void {
    this.#work.copyWithin(0, bytes, this.#length);
    this.#length -= bytes;
    this.#tryFrom = bytes === 0 ? this.#length * 2 : 0;
    this.#work.fill(0, this.#length, this.#length + GUARD_BYTES);
  }

  #reserve(bytes: number): void {
    // The XML parser then says which limit was reached, and where.
    if (this.#length > this.#part.limits.cellBytes) throw new NeedsXmlParser('cell that is too long');
    if (this.#length + bytes + GUARD_BYTES <= this.#work.length) return;
    const grown = Buffer.allocUnsafeSlow((this.#length + bytes) * 2 + GUARD_BYTES);
    grown.set(this.#work.subarray(0, this.#length));
    this.#work = grown;
  }
}

/** Bytes of a qualified name, as far as they matter for finding its ends. */
function isNameByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x3a) ||
    byte === 0x5f ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte >= 0x80
  );
}
