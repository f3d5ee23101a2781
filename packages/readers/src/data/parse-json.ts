import type { Json } from '@preflag/core';

/** Offsets of the values in arrays and objects, by index and by key. */
type Offsets = readonly number[] | Readonly<Record<string, number>>;

export interface ParsedJson {
  readonly value: Json;
  /** Where the outermost value begins. */
  readonly start: number;
  readonly offsets: ReadonlyMap<object, Offsets>;
  readonly duplicates: readonly { readonly key: string; readonly offset: number }[];
}

/** Where a text stops to be JSON (RFC 8259). */
export class JsonError extends Error {
  readonly offset: number;
  readonly isTooDeep: boolean;

  constructor(message: string, offset: number, isTooDeep = false) {
    super(message);
    this.name = 'JsonError';
    this.offset = offset;
    this.isTooDeep = isTooDeep;
  }
}

/**
 * Parses JSON and keeps where each value stands. Of keys that stand twice the last one counts, as everywhere.
 * @throws JsonError at the first unit that is no JSON, or at the first value deeper than `depth`
 */
export function parseJson(text: string, depth: number): ParsedJson {
  const parser = new JsonParser(text, depth);
  return parser.document();
}

const SPACE = /[ \t\n\r]*/y;
const STRING_START = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: readonly (readonly [word: string, value: Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class JsonParser {
  readonly #text: string;
  readonly #depth: number;
  readonly #offsets = new Map<object, Offsets>();
  readonly #duplicates: { key: string; offset: number }[] = [];
  #at = 0;

  constructor(text: string, depth: number) {
    this.#text = text;
    this.#depth = depth;
  }

  document(): ParsedJson {
    this.#space();
    const start = this.#at;
    const value = this.#value(0, 'a value');
    this.#space();
    if (this.#at < this.#text.length) throw this.#unexpected('the end of the file');
    return { value, start, offsets: this.#offsets, duplicates: this.#duplicates };
  }

  #value(level: number, expected: string): Json {
    const first = this.#text[this.#at];
    if (level > this.#depth) throw new JsonError('', this.#at, true);
    if (first === '{') return this.#object(level);
    if (first === '[') return this.#array(level);
    if (first === '"') return this.#string();
    const word = WORDS.find(([text]) => this.#text.startsWith(text, this.#at) && !/\w/.test(this.#text[this.#at + text.length] ?? ''));
    if (word) {
      this.#at += word[0].length;
      return word[1];
    }
    const number = this.#token(NUMBER);
    if (number === undefined) throw this.#unexpected(expected);
    return Number(number);
  }

  #array(level: number): Json {
    const values: Json[] = [];
    const offsets: number[] = [];
    this.#offsets.set(values, offsets);
    this.#at++;
    this.#space();
    while (this.#text[this.#at] !== ']' || values.length > 0) {
      offsets.push(this.#at);
      values.push(this.#value(level + 1, values.length === 0 ? "a value or ']'" : 'a value'));
      this.#space();
      if (this.#text[this.#at] !== ',') break;
      this.#at++;
      this.#space();
    }
    this.#expect(']', values.length === 0 ? "']'" : "',' or ']'");
    return values;
  }

  #object(level: number): Json {
    const members: Record<string, Json> = {};
    const offsets: Record<string, number> = Object.create(null) as Record<string, number>;
    this.#offsets.set(members, offsets);
    this.#at++;
    this.#space();
    let isFirst = true;
    while (this.#text[this.#at] !== '}' || !isFirst) {
      const keyAt = this.#at;
      if (this.#text[keyAt] !== '"') throw this.#unexpected(isFirst ? "a key in double quotes or '}'" : 'a key in double quotes');
      const key = this.#string();
      if (key in offsets) this.#duplicates.push({ key, offset: keyAt });
      this.#space();
      this.#expect(':', "':'");
      this.#space();
      offsets[key] = this.#at;
      const value = this.#value(level + 1, 'a value');
      if (key === '__proto__') Object.defineProperty(members, key, { value, enumerable: true, configurable: true, writable: true });
      else members[key] = value;
      isFirst = false;
      this.#space();
      if (this.#text[this.#at] !== ',') break;
      this.#at++;
      this.#space();
    }
    this.#expect('}', isFirst ? "'}'" : "',' or '}'");
    return members;
  }

  #string(): string {
    const start = this.#token(STRING_START) ?? '';
    if (this.#text[this.#at] === '"') {
      this.#at++;
      return JSON.parse(`${start}"`) as string;
    }
    throw this.#unexpected(this.#text[this.#at] === '\\' ? 'an escape such as \\n or \\u00e4' : 'the end of the string');
  }

  #expect(sign: string, expected: string): void {
    if (this.#text[this.#at] !== sign) throw this.#unexpected(expected);
    this.#at++;
  }

  #token(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const token = pattern.exec(this.#text)?.[0];
    this.#at += token?.length ?? 0;
    return token;
  }

  #space(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code === 32 || code === 10 || code === 13 || code === 9) this.#token(SPACE);
  }

  #unexpected(expected: string): JsonError {
    return new JsonError(`found ${foundAt(this.#text, this.#at)}, expected ${expected}`, this.#at);
  }
}

function foundAt(text: string, at: number): string {
  const found = text[at];
  if (found === undefined) return 'the end of the file';
  if (found === '\n' || found === '\r') return 'a line end';
  if (found === '\t') return 'a tab';
  const word = /^\w{1,20}/.exec(text.slice(at, at + 20))?.[0];
  return `'${word ?? String.fromCodePoint(text.codePointAt(at) ?? 0)}'`;
}
