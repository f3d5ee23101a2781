import type { AbortSignal } from './abort.ts';
import { Blob } from './blob.ts';
import { CapabilityError } from './bridge.ts';
import { atob, btoa, TextDecoder } from './text.ts';

interface Init {
  readonly method?: unknown;
  readonly headers?: Iterable<readonly [unknown, unknown]> | Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | null;
}

interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly redirected: boolean;
  readonly headers: readonly (readonly [string, string])[];
  readonly text?: string;
  readonly base64?: string;
}

/** The part of `fetch` that scripts use, on the host's. */
export function createFetch(ask: (request: object) => Promise<unknown>): (input: unknown, init?: Init) => Promise<Response> {
  return async (input, init = {}) => {
    init.signal?.throwIfAborted();
    const answer = ask({
      url: String(input),
      ...(init.method !== undefined && { method: asText(init.method) }),
      ...(init.headers && { headers: headersOf(init.headers) }),
      ...(await bodyOf(init.body)),
    }) as Promise<Answer>;
    return new Response(await (init.signal ? orAborted(answer, init.signal) : answer));
  };
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

function headersOf(headers: NonNullable<Init['headers']>): Record<string, string> {
  const pairs = Symbol.iterator in headers ? Array.from(headers) : Object.entries(headers);
  return Object.fromEntries(pairs.map(([name, value]) => [String(name), String(value)]));
}

async function bodyOf(body: unknown): Promise<{ readonly body?: string; readonly bodyBase64?: string }> {
  if (body === undefined || body === null) return {};
  if (typeof body === 'string') return { body };
  if (body instanceof Blob) return { bodyBase64: toBase64(new Uint8Array(await body.arrayBuffer())) };
  if (body instanceof ArrayBuffer) return { bodyBase64: toBase64(new Uint8Array(body)) };
  if (ArrayBuffer.isView(body)) return { bodyBase64: toBase64(new Uint8Array(body.buffer, body.byteOffset, body.byteLength)) };
  if (typeof body === 'object' && body.toString !== Object.prototype.toString) return { body: asText(body) };
  throw new CapabilityError('invalid', 'The body of a request must be a text, bytes, a Blob or URLSearchParams.');
}

class Response {
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly redirected: boolean;
  readonly ok: boolean;
  readonly headers: ReadonlyHeaders;
  readonly #answer: Answer;

  constructor(answer: Answer) {
    this.status = answer.status;
    this.statusText = answer.statusText;
    this.url = answer.url;
    this.redirected = answer.redirected;
    this.ok = answer.status >= 200 && answer.status < 300;
    this.headers = new ReadonlyHeaders(answer.headers);
    this.#answer = answer;
  }

  bytes(): Promise<Uint8Array> {
    const { text, base64 = '' } = this.#answer;
    return text === undefined ? Promise.resolve(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))) : new Blob([text]).bytes();
  }

  async text(): Promise<string> {
    return this.#answer.text ?? new TextDecoder().decode(await this.bytes());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async arrayBuffer(): Promise<ArrayBufferLike> {
    return (await this.bytes()).buffer;
  }

  async blob(): Promise<Blob> {
    return new Blob([await this.bytes()], { type: this.headers.get('content-type') ?? '' });
  }
}

class ReadonlyHeaders {
  readonly #pairs: readonly (readonly [string, string])[];

  constructor(pairs: readonly (readonly [string, string])[]) {
    this.#pairs = pairs;
  }

  /** Values of a name that came more than once are joined by a comma. */
  get(name: unknown): string | null {
    const wanted = String(name).toLowerCase();
    const values = this.#pairs.filter(([one]) => one === wanted).map(([, value]) => value);
    return values.length === 0 ? null : values.join(', ');
  }

  has(name: unknown): boolean {
    return this.get(name) !== null;
  }

  entries(): IterableIterator<readonly [string, string]> {
    return this.#pairs.values();
  }

  [Symbol.iterator](): IterableIterator<readonly [string, string]> {
    return this.entries();
  }
}

function asText(value: unknown): string {
  return String(value);
}

const CHUNK = 0x2000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(text);
}
