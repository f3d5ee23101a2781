import type { Archive } from '../../archive/archive.ts';
import { limitError } from '../../archive/read-error.ts';
import { SNIFF_BYTES, xmlDecoder } from '../../xml/decode-xml.ts';
import type { XmlHandlers, XmlPart } from '../../xml/parse-xml.ts';
import { xmlWriter } from '../../xml/parse-xml.ts';
import { PartFeeder } from './part-feeder.ts';
import type { BodyTokeniser } from './sheet-tokeniser.ts';
import { NeedsXmlParser } from './text-scratch.ts';

/** How a large part is read: fast, and if that does not work, from its start by the XML parser alone. */
export interface PartReading {
  /** The element whose content the tokeniser reads. */
  readonly bodyTag: string;
  makeTokeniser(prefix: string): BodyTokeniser;
  /** What is around the body. */
  readonly around: XmlHandlers;
  /** Called before the part is read once more: what the tokeniser wrote must be undone. Returns the handlers for the whole part. */
  restart(): XmlHandlers;
}

/** @throws ReadError */
export async function readPart(archive: Archive, part: XmlPart, reading: PartReading): Promise<void> {
  const feeder = new PartFeeder(reading.bodyTag, (prefix) => reading.makeTokeniser(prefix), reading.around, part);
  try {
    for await (const chunk of archive.stream(part.part)) feeder.feed(chunk);
    feeder.end();
  } catch (thrown) {
    if (!(thrown instanceof NeedsXmlParser)) throw thrown;
    await readWithXmlParser(archive, part, reading.restart());
  }
}

/** Streams a part through the XML parser. @throws ReadError, `limit` for `cellBytes` where one text is longer */
async function readWithXmlParser(archive: Archive, part: XmlPart, handlers: XmlHandlers): Promise<void> {
  let sinceMarkup = 0;
  const open = handlers.open?.bind(handlers);
  const close = handlers.close?.bind(handlers);
  const writer = xmlWriter(
    {
      ...(handlers.text && { text: handlers.text.bind(handlers) }),
      open(element) {
        sinceMarkup = 0;
        open?.(element);
      },
      close(element) {
        sinceMarkup = 0;
        close?.(element);
      },
    },
    part,
  );
  const write = (text: string): void => {
    sinceMarkup += text.length;
    writer.write(text);
    if (sinceMarkup - text.length > part.limits.cellBytes) {
      throw limitError('cellBytes', part.limits, `A text in ${part.part}`, { kind: 'part', name: part.part });
    }
  };
  let decoder: ReturnType<typeof xmlDecoder> | undefined;
  let start: Buffer = Buffer.alloc(0);
  for await (const chunk of archive.stream(part.part)) {
    if (!decoder) {
      start = Buffer.concat([start, chunk]);
      if (start.length < SNIFF_BYTES) continue;
      decoder = xmlDecoder(start, part.part);
      write(decoder.decode(start, { stream: true }));
    } else write(decoder.decode(chunk, { stream: true }));
  }
  decoder ??= xmlDecoder(start, part.part);
  write(decoder.decode(start.length < SNIFF_BYTES ? start : new Uint8Array()));
  writer.close();
}
