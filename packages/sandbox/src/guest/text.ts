/** UTF-8 and base64 for a realm that has neither. Labels other than UTF-8 are refused. */
export class TextEncoder {
  readonly encoding = 'utf-8';

  encode(text: unknown = ''): Uint8Array {
    const source = String(text);
    const bytes = new Uint8Array(source.length * 3);
    return bytes.slice(0, writeUtf8(source, bytes).written);
  }

  encodeInto(text: unknown, bytes: Uint8Array): { read: number; written: number } {
    return writeUtf8(String(text), bytes);
  }
}

function writeUtf8(text: string, bytes: Uint8Array): { read: number; written: number } {
  let read = 0;
  let written = 0;
  while (read < text.length) {
    let point = text.codePointAt(read) ?? 0;
    const units = point > 0xffff ? 2 : 1;
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    const length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (written + length > bytes.length) break;
    if (length === 1) {
      bytes[written] = point;
    } else {
      for (let index = length - 1; index > 0; index -= 1) {
        bytes[written + index] = 0x80 | (point & 0x3f);
        point >>= 6;
      }
      bytes[written] = (LEAD[length] ?? 0) | point;
    }
    written += length;
    read += units;
  }
  return { read, written };
}

const LEAD = [0, 0, 0xc0, 0xe0, 0xf0];

export class TextDecoder {
  readonly encoding = 'utf-8';
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  #pending: Uint8Array = new Uint8Array(0);
  #isStarted = false;

  constructor(label = 'utf-8', options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    if (!/^\s*(?:utf-?8|unicode-1-1-utf-8)\s*$/i.test(label)) {
      throw new RangeError(`The encoding '${label}' is not supported here; only utf-8 is.`);
    }
    this.fatal = options.fatal === true;
    this.ignoreBOM = options.ignoreBOM === true;
  }

  decode(input?: ArrayBuffer | ArrayBufferView, options: { stream?: boolean } = {}): string {
    const given = bytesOf(input);
    const bytes = new Uint8Array(this.#pending.length + given.length);
    bytes.set(this.#pending);
    bytes.set(given, this.#pending.length);
    const end = options.stream === true ? completeLength(bytes) : bytes.length;
    this.#pending = bytes.slice(end);
    const text = readUtf8(bytes, end, this.fatal);
    const isFirst = !this.#isStarted && text.length > 0;
    this.#isStarted = options.stream === true && (this.#isStarted || text.length > 0);
    return isFirst && !this.ignoreBOM && text.startsWith('\uFEFF') ? text.slice(1) : text;
  }
}

function bytesOf(input: ArrayBuffer | ArrayBufferView | undefined): Uint8Array {
  if (input === undefined) return new Uint8Array(0);
  return ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : new Uint8Array(input);
}

/** Where the last character that is whole ends. */
function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** As the WHATWG Encoding Standard decodes UTF-8: one U+FFFD for each maximal part of an ill-formed sequence. */
function readUtf8(bytes: Uint8Array, end: number, isFatal: boolean): string {
  let text = '';
  let units: number[] = [];
  for (let index = 0; index < end;) {
    const lead = bytes[index] ?? 0;
    const length = sequenceLength(lead);
    let point = length === 1 ? lead : length === 0 ? -1 : lead & (0xff >> (length + 1));
    let used = 1;
    while (used < length && point >= 0) {
      const byte = index + used < end ? (bytes[index + used] ?? 0) : 0;
      if (byte < lowest(lead, used) || byte > highest(lead, used)) {
        point = -1;
        break;
      }
      point = (point << 6) | (byte & 0x3f);
      used += 1;
    }
    if (point < 0 && isFatal) throw new TypeError('The bytes are not UTF-8.');
    index += used;
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    else units.push(point < 0 ? 0xfffd : point);
    if (units.length > 8000) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

function lowest(lead: number, position: number): number {
  if (position > 1) return 0x80;
  return lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
}

function highest(lead: number, position: number): number {
  if (position > 1) return 0xbf;
  return lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of a text whose characters are all below U+0100. */
export function btoa(value: unknown): string {
  const text = String(value);
  let encoded = '';
  for (let index = 0; index < text.length; index += 3) {
    const codes = [text.charCodeAt(index), text.charCodeAt(index + 1), text.charCodeAt(index + 2)];
    if (codes.some((code) => code > 255)) throw new RangeError('btoa: a character is above U+00FF.');
    const [a = 0, b = 0, c = 0] = codes.map((code) => code || 0);
    const triple = (a << 16) | (b << 8) | c;
    const left = text.length - index;
    encoded += BASE64.charAt(triple >> 18) + BASE64.charAt((triple >> 12) & 63);
    encoded += (left > 1 ? BASE64.charAt((triple >> 6) & 63) : '=') + (left > 2 ? BASE64.charAt(triple & 63) : '=');
  }
  return encoded;
}

/** The text of a base64 text; white space is skipped, padding is optional. */
export function atob(value: unknown): string {
  const text = String(value).replace(/[\t\n\f\r ]+/g, '');
  const data = text.length % 4 === 0 ? text.replace(/={1,2}$/, '') : text;
  if (data.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(data)) throw new RangeError('atob: the text is not base64.');
  let decoded = '';
  let bits = 0;
  let held = 0;
  for (const character of data) {
    bits = ((bits << 6) | BASE64.indexOf(character)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    decoded += String.fromCharCode((bits >> held) & 255);
  }
  return decoded;
}
