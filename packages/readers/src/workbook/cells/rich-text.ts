import type { TextScratch } from './text-scratch.ts';
import { NeedsXmlParser } from './text-scratch.ts';

/**
 * Appends the text of a string (the content of `si` or `is`) to `text`: that of its `t` elements, in runs or alone,
 * without phonetic hints (`rPh`).
 * @throws NeedsXmlParser for comments, CDATA and the like
 */
export function readRichText(bytes: Buffer, start: number, end: number, prefix: Buffer, text: TextScratch): void {
  let phonetic = 0;
  for (let at = start; ;) {
    while (at < end && bytes[at] !== 0x3c) at++;
    if (at >= end) return;
    const isEnd = bytes[at + 1] === 0x2f;
    const name = at + (isEnd ? 2 : 1) + prefix.length;
    if (bytes[at + 1] === 0x21 || bytes[at + 1] === 0x3f) throw new NeedsXmlParser('markup in a string');
    const close = bytes.indexOf(0x3e, name);
    if (close < 0 || close >= end) throw new NeedsXmlParser('tag in a string');
    const isEmpty = bytes[close - 1] === 0x2f;
    at = close + 1;
    if (isElement(bytes, name, RUN_PHONETIC, prefix)) {
      if (isEnd) phonetic--;
      else if (!isEmpty) phonetic++;
    } else if (!isEnd && !isEmpty && phonetic === 0 && isElement(bytes, name, TEXT, prefix)) {
      let to = at;
      while (to < end && bytes[to] !== 0x3c) to++;
      if (bytes[to + 1] !== 0x2f) throw new NeedsXmlParser('markup in text');
      text.append(bytes, at, to, true);
      at = to;
    }
  }
}

const TEXT: Buffer = Buffer.from('t');
const RUN_PHONETIC: Buffer = Buffer.from('rPh');

function isElement(bytes: Buffer, at: number, name: Buffer, prefix: Buffer): boolean {
  for (let index = 0; index < name.length; index++) if (bytes[at + index] !== name[index]) return false;
  for (let index = 0; index < prefix.length; index++) if (bytes[at - prefix.length + index] !== prefix[index]) return false;
  const next = bytes[at + name.length];
  return next === 0x3e || next === 0x2f || next === 0x20 || next === 0x09 || next === 0x0a || next === 0x0d;
}
