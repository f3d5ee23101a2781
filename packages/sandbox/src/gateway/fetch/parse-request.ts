import type { Limits } from '@preflag/core';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { compileSchema } from '../validate.ts';
import { parseFetchUrl } from './parse-url.ts';
import { refuse } from './refusal.ts';
import { isHeaderName, isHeaderValue, maySetHeader } from './request-headers.ts';

/** What a run asks for. */
interface FetchRequest {
  /** A whole address. Its fragment is not sent. */
  readonly url: string;
  /** Default `GET`. Upper and lower case are the same. */
  readonly method?: string;
  /** No name twice. Not those that the host sets: framing, `proxy-*`, `accept-encoding`, and what makes a server see another method, path or caller. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as UTF-8, as `text/plain` unless `headers` says otherwise. Not with GET and HEAD, nor beside `bodyBase64`. */
  readonly body?: string;
  readonly bodyBase64?: string;
}

/** A request that is well formed. */
export interface ParsedRequest {
  readonly url: URL;
  readonly method: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer | undefined;
}

export type SentLimits = Pick<Limits, 'fetchSentBytes' | 'fetchHeaderBytes' | 'fetchHeaders'>;

const SCHEMA = {
  type: 'object',
  required: ['url'],
  additionalProperties: false,
  properties: {
    url: { type: 'string' },
    method: { type: 'string', pattern: '^[A-Za-z]{1,32}$' },
    headers: { type: 'object', additionalProperties: { type: 'string' } },
    body: { type: 'string' },
    bodyBase64: { type: 'string' },
  },
} as const;

/** Relay or repeat a request to other places, or give its headers back. */
export const NEVER_METHODS: readonly string[] = ['CONNECT', 'TRACE', 'TRACK'];

/** @throws {Refusal} `invalid`, `denied` or `too-large` */
export function parseRequest(value: unknown, limits: SentLimits): ParsedRequest {
  if (!isRequest(value)) refuse('invalid', describe(validator().errors?.[0]));
  const { method = 'GET', body: text, bodyBase64 } = value;
  if (value.url.length > limits.fetchHeaderBytes) refuse('too-large', `The address is longer than ${limits.fetchHeaderBytes} bytes.`);
  const verb = method.toUpperCase();
  if (NEVER_METHODS.includes(verb)) refuse('denied', `The method ${verb} is not sent.`);
  if (text !== undefined && bodyBase64 !== undefined) refuse('invalid', "Give 'body' or 'bodyBase64', not both.");
  const body = text === undefined ? parseBase64(bodyBase64) : Buffer.from(text);
  if (body && (verb === 'GET' || verb === 'HEAD')) refuse('invalid', `${verb} has no body.`);
  if (body && body.length > limits.fetchSentBytes) refuse('too-large', `The body is longer than ${limits.fetchSentBytes} bytes.`);
  const url = parseFetchUrl(value.url);
  const headers = parseHeaders(value.headers ?? {}, url, limits);
  if (text !== undefined && !headers.has('content-type')) headers.set('content-type', 'text/plain;charset=UTF-8');
  return { url, method: verb, headers, body };
}

function parseBase64(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64');
  // Buffer leaves out what it does not know.
  return bytes.toString('base64') === text ? bytes : refuse('invalid', "'bodyBase64' is no Base64 (RFC 4648, section 4, with padding).");
}

function parseHeaders(given: Readonly<Record<string, string>>, url: URL, limits: SentLimits): Map<string, string> {
  const entries = Object.entries(given);
  const bytes = entries.reduce((sum, [name, value]) => sum + name.length + value.length, url.href.length);
  if (entries.length > limits.fetchHeaders) refuse('too-large', `There are more than ${limits.fetchHeaders} headers.`);
  if (bytes > limits.fetchHeaderBytes) refuse('too-large', `Address and headers are longer than ${limits.fetchHeaderBytes} bytes.`);
  const headers = new Map<string, string>();
  for (const [name, value] of entries) {
    const key = name.toLowerCase();
    if (!isHeaderName(name)) refuse('invalid', `${JSON.stringify(name.slice(0, 100))} is no name of a header.`);
    if (!isHeaderValue(value)) refuse('invalid', `The value of the header '${key}' has characters that no header may have.`);
    if (!maySetHeader(key)) refuse('denied', `The header '${key}' is set by the host only.`);
    if (headers.has(key)) refuse('invalid', `The header '${key}' is given twice.`);
    headers.set(key, value);
  }
  return headers;
}

/** Compiled when it is needed first: most runs fetch nothing. */
function validator(): ValidateFunction {
  return compileSchema(SCHEMA);
}

function isRequest(value: unknown): value is FetchRequest {
  return validator()(value);
}

function describe(error: ErrorObject | undefined): string {
  const place = error?.instancePath === '' ? 'The request' : `'${error?.instancePath.slice(1)}'`;
  if (error?.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']).slice(0, 100);
    return `${place} has the unknown key '${key}'. Known are ${Object.keys(SCHEMA.properties).join(', ')}.`;
  }
  if (error?.instancePath === '/method') return `${place} is no method: it has letters only.`;
  return `${place} ${error?.message ?? 'is not a request'}.`;
}
