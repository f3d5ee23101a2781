import { TextDecoder, TextEncoder } from './text.ts';

type Init = string | Iterable<readonly [unknown, unknown]> | Readonly<Record<string, unknown>> | URLSearchParams;

/** The list of names and values of a query, as the URL Standard has it (section 6, with application/x-www-form-urlencoded of section 5). */
export class URLSearchParams {
  #pairs: [string, string][] = [];
  /** Tells the address that the list belongs to of a change. */
  #onChange: (() => void) | undefined;

  constructor(init: Init = '') {
    if (typeof init === 'string') this.#pairs = parse(init.replace(/^\?/, ''));
    else if (Symbol.iterator in init) this.#pairs = Array.from(init, ([name, value]) => [String(name), String(value)]);
    else this.#pairs = Object.entries(init).map(([name, value]) => [name, String(value)]);
  }

  /** The list of an address; `read` takes its query anew after the address has changed. */
  static of(query: string, onChange: (params: URLSearchParams) => void): { readonly params: URLSearchParams; read(query: string): void } {
    const params = new URLSearchParams(query);
    params.#onChange = () => onChange(params);
    return { params, read: (text) => (params.#pairs = parse(text.replace(/^\?/, ''))) };
  }

  get size(): number {
    return this.#pairs.length;
  }

  append(name: unknown, value: unknown): void {
    this.#pairs.push([String(name), String(value)]);
    this.#onChange?.();
  }

  delete(name: unknown, value?: unknown): void {
    this.#pairs = this.#pairs.filter(([one, other]) => one !== String(name) || (value !== undefined && other !== asText(value)));
    this.#onChange?.();
  }

  get(name: unknown): string | null {
    return this.#pairs.find(([one]) => one === String(name))?.[1] ?? null;
  }

  getAll(name: unknown): string[] {
    return this.#pairs.filter(([one]) => one === String(name)).map(([, value]) => value);
  }

  has(name: unknown, value?: unknown): boolean {
    return this.#pairs.some(([one, other]) => one === String(name) && (value === undefined || other === asText(value)));
  }

  set(name: unknown, value: unknown): void {
    const first = this.#pairs.find(([one]) => one === String(name));
    if (!first) return this.append(name, value);
    first[1] = String(value);
    this.#pairs = this.#pairs.filter((pair) => pair === first || pair[0] !== String(name));
    this.#onChange?.();
  }

  sort(): void {
    this.#pairs = this.#pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.#onChange?.();
  }

  forEach(callback: (value: string, name: string, params: URLSearchParams) => void): void {
    for (const [name, value] of this.#pairs) callback(value, name, this);
  }

  *entries(): Generator<[string, string]> {
    for (const [name, value] of this.#pairs) yield [name, value];
  }

  *keys(): Generator<string> {
    for (const [name] of this.#pairs) yield name;
  }

  *values(): Generator<string> {
    for (const [, value] of this.#pairs) yield value;
  }

  [Symbol.iterator](): Generator<[string, string]> {
    return this.entries();
  }

  toString(): string {
    return this.#pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  }
}

function asText(value: unknown): string {
  return String(value);
}

function parse(query: string): [string, string][] {
  return query
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return [decode(name), decode(rest.join('='))];
    });
}

/** Percent signs that encode nothing stay. */
function decode(text: string): string {
  const source = new TextEncoder().encode(text.replaceAll('+', ' '));
  const bytes: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const hex = String.fromCharCode(source[index + 1] ?? 0, source[index + 2] ?? 0);
    if (source[index] === PERCENT && /^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      index += 2;
    } else bytes.push(source[index] ?? 0);
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

const PERCENT = 0x25;

function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return Array.from(bytes, (byte) => {
    const sign = String.fromCharCode(byte);
    if (/[A-Za-z0-9*\-._]/.test(sign)) return sign;
    return sign === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}
