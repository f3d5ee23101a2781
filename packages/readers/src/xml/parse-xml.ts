import type { Limits, Position } from '@preflag/core';
import { SaxesParser } from 'saxes';
import { corruptPart, limitError, ReadError } from '../archive/read-error.ts';
import { xmlDecoder } from './decode-xml.ts';
import { scanXml } from './scan-xml.ts';
import { XmlElement } from './xml-element.ts';

/** The part that is parsed, for messages, and the limits on it. */
export interface XmlPart {
  readonly part: string;
  readonly limits: Limits;
  /** A file of its own, not a part of a package: it may name a DTD, which is not read; failures have their line as place. Default false. */
  readonly isFile?: boolean;
}

/** What is called while a part is parsed, in document order. */
export interface XmlHandlers {
  open?(element: XmlElement): void;
  /** Character data and CDATA; one run of text may come in pieces. */
  text?(text: string): void;
  close?(element: XmlElement): void;
}

/** A parser that is fed text piece by piece. */
export interface XmlWriter {
  /** @throws ReadError where the text is not well-formed, has a DOCTYPE, or nests deeper than `limits.xmlDepth` */
  write(text: string): void;
  /** Ends the document. @throws ReadError when it breaks off */
  close(): void;
  /** Where the parser stands: while a handler runs, behind the tag that it is called for. */
  position(): Position;
}

/**
 * Parses a whole part. Namespaces are resolved; a DOCTYPE is refused, so that there are no entities to expand.
 * @throws ReadError `corrupt` with part and line, `encoding`, or `limit` for `xmlDepth`; and what handlers throw
 */
export function parseXml(bytes: Buffer, handlers: XmlHandlers, part: XmlPart): void {
  parseText(xmlDecoder(bytes, part.part).decode(bytes), handlers, part);
}

/** The same of a part that is decoded. What has the shape that programs write is scanned, and the rest is for the parser, which is slower. */
export function parseText(text: string, handlers: XmlHandlers, part: XmlPart): void {
  const scanned = scanXml(text, handlers, part.limits.xmlDepth);
  if (scanned.isWhole) return;
  // It reads what was scanned once more, so that it knows where it stands and judges all of it.
  const writer = xmlWriter(behind(scanned.events, handlers), part);
  writer.write(text);
  writer.close();
}

/** Handlers that are not told of the first events. */
function behind(events: number, handlers: XmlHandlers): XmlHandlers {
  let told = 0;
  const isNew = (): boolean => ++told > events;
  return {
    open: (element) => void (isNew() && handlers.open?.(element)),
    text: (text) => void (isNew() && handlers.text?.(text)),
    close: (element) => void (isNew() && handlers.close?.(element)),
  };
}

/** A parser for a part that comes in pieces of text. */
export function xmlWriter(handlers: XmlHandlers, { part, limits, isFile = false }: XmlPart): XmlWriter {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  const position = (): Position => ({ line: parser.line, column: parser.columnIndex + 1 });
  const malformed = (what: string): never => {
    if (isFile) throw brokenFile(what, position());
    throw corruptPart(part, `The part ${part} is not well-formed XML at line ${parser.line}: ${what}.`);
  };
  const tooDeep = (): ReadError =>
    isFile
      ? limitError('xmlDepth', limits, 'The file', { kind: 'text', start: position(), end: position() })
      : limitError('xmlDepth', limits, `The part ${part}`, { kind: 'part', name: part });
  parser.on('error', (error) => malformed(error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')));
  parser.on('doctype', (doctype) => {
    if (!isFile) malformed('it has a DOCTYPE, which is not allowed in Office files');
    else if (doctype.includes('[')) malformed('it has a DOCTYPE with declarations of its own, which are not allowed');
  });
  parser.on('opentag', (tag) => {
    const element = new XmlElement(
      { local: tag.local, uri: tag.uri, prefix: tag.prefix, selfClosing: tag.isSelfClosing },
      Object.values(tag.attributes),
    );
    if (open.length >= limits.xmlDepth) throw tooDeep();
    open.push(element);
    handlers.open?.(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) handlers.close?.(element);
  });
  if (handlers.text) {
    const text = handlers.text.bind(handlers);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return { write: (text) => void parser.write(text), close: () => void parser.close(), position };
}

function brokenFile(what: string, at: Position): ReadError {
  return new ReadError({
    kind: 'corrupt',
    text: `The file is not well-formed XML at line ${at.line}: ${what}.`,
    place: { kind: 'text', start: at, end: at },
  });
}
