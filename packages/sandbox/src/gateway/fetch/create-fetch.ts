import type { Limits } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import type { CallOutcome } from '../gateway.ts';
import type { FetchGrant, FetchRule } from '../grants.ts';
import { makeAnswer } from './fetch-answer.ts';
import { findAddresses, type Resolve, resolveBySystem } from './find-addresses.ts';
import { matchRule } from './match-rule.ts';
import { type ParsedRequest, parseRequest } from './parse-request.ts';
import { parseFetchUrl, shortened } from './parse-url.ts';
import { ENCODINGS, readBody } from './read-body.ts';
import { Refusal, refuse } from './refusal.ts';
import { requireFetchGrant } from './require-fetch-grant.ts';
import { type HopAnswer, sendRequest } from './send-request.ts';

export type FetchLimits = Pick<
  Limits,
  'fetchMs' | 'fetchHeadersMs' | 'fetchBytes' | 'fetchSentBytes' | 'fetchHeaderBytes' | 'fetchHeaders' | 'fetchRedirects'
>;

/**
 * Fetches for a run, within its grant: `request` is a `FetchRequest` (parse-request.ts) that need not be trusted, the value of the
 * outcome a `FetchAnswer` (fetch-answer.ts). Never rejects. Every hop is a request of its own to the rules: address, method, and where the name leads to.
 *
 * A server that gives back what it is sent shows the headers of its rule to the run: allow none that does.
 */
export type GuardedFetch = (request: unknown, signal: AbortSignal) => Promise<CallOutcome>;

/**
 * @param resolve looks names up. Default: as the system does
 * @throws {PreflagError} `usage` for a grant that allows nothing or is not what it says
 */
export function createFetch(grant: FetchGrant, limits: FetchLimits, resolve: Resolve = resolveBySystem): GuardedFetch {
  requireFetchGrant(grant);
  return async (request, signal) => {
    const clock = startClock(limits, signal);
    try {
      return await follow(parseRequest(request, limits), { rules: grant.allow, limits, resolve, clock });
    } catch (error) {
      const stop: unknown = clock.signal.aborted ? clock.signal.reason : error;
      if (stop instanceof Refusal) return { ok: false, code: stop.code, message: stop.message };
      return { ok: false, code: 'failed', message: 'The fetch failed.' };
    } finally {
      clock.stop();
    }
  };
}

interface Context {
  readonly rules: readonly FetchRule[];
  readonly limits: FetchLimits;
  readonly resolve: Resolve;
  readonly clock: Clock;
}

/** Redirects are followed as the Fetch Standard says (HTTP-redirect fetch), by hand. */
async function follow(request: ParsedRequest, { rules, limits, resolve, clock }: Context): Promise<CallOutcome> {
  let hop = request;
  for (let redirects = 0; ; redirects += 1) {
    const { url, method, headers, body } = hop;
    const rule = matchRule(rules, url, method);
    if (!rule) refuse('denied', `${method} ${shortened(url.href)} is not allowed${redirects > 0 ? ', where a redirect leads to' : ''}.`);
    const answer = await clock.untilHeaders(async () => {
      const addresses = await clock.race(findAddresses(url, rule.allowPrivate ?? false, resolve));
      const sent = headersOf(headers, rule);
      const { fetchHeaderBytes: maxHeaderBytes, fetchHeaders: maxHeaders } = limits;
      return sendRequest({ url, method, headers: sent, body, addresses, maxHeaderBytes, maxHeaders }, clock.signal);
    });
    const next = redirectOf(answer, hop);
    if (!next) return { ok: true, value: makeAnswer(answer, url, redirects > 0, await readBody(answer.message, limits.fetchBytes)) };
    answer.message.destroy();
    if (redirects === limits.fetchRedirects) refuse('failed', `There are more than ${limits.fetchRedirects} redirects.`);
    hop = next;
  }
}

/** Those of the rule are added hop by hop, so that none goes where its rule is not. */
function headersOf(headers: ParsedRequest['headers'], rule: FetchRule): ReadonlyMap<string, string> {
  const own = Object.entries(rule.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return new Map([['accept', '*/*'], ['user-agent', 'preflag'], ...headers, ...own, ['accept-encoding', ENCODINGS]]);
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const OF_THE_BODY = /^content-/;
/** Say who asks, to one server. */
const OF_THE_ORIGIN = new Set(['authorization', 'cookie']);

function redirectOf({ status, message }: HopAnswer, hop: ParsedRequest): ParsedRequest | undefined {
  const { location } = message.headers;
  if (!REDIRECTS.has(status) || location === undefined) return undefined;
  // Node reads headers as Latin-1; addresses are UTF-8.
  const url = parseFetchUrl(Buffer.from(location, 'latin1').toString(), hop.url);
  const isGet = status === 303 ? hop.method !== 'HEAD' && hop.method !== 'GET' : status < 303 && hop.method === 'POST';
  const isKept = (name: string): boolean =>
    !(isGet && OF_THE_BODY.test(name)) && !(url.origin !== hop.url.origin && OF_THE_ORIGIN.has(name));
  return {
    url,
    method: isGet ? 'GET' : hop.method,
    headers: new Map([...hop.headers].filter(([name]) => isKept(name))),
    body: isGet ? undefined : hop.body,
  };
}

/** Aborts when the caller does, or the time is over; the reason is a {@link Refusal}. */
interface Clock {
  readonly signal: AbortSignal;
  /** The shorter time until there are headers. */
  untilHeaders(work: () => Promise<HopAnswer>): Promise<HopAnswer>;
  /** For work that does not know the signal. */
  race<T>(work: Promise<T>): Promise<T>;
  stop(): void;
}

function startClock({ fetchMs, fetchHeadersMs }: FetchLimits, signal: AbortSignal): Clock {
  const controller = new AbortController();
  const end = (ms: number, what: string): NodeJS.Timeout =>
    setTimeout(() => controller.abort(new Refusal('timeout', `${what} took longer than ${formatLimit('fetchMs', ms)}.`)), ms);
  const timer = end(fetchMs, 'The fetch');
  const cancel = (): void => controller.abort(new Refusal('failed', 'The fetch was cancelled.'));
  const aborted = new Promise<never>((_, reject) => controller.signal.addEventListener('abort', () => reject(controller.signal.reason)));
  // Whoever races with it hears of it; when nobody does, it is no error.
  aborted.catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  return {
    signal: controller.signal,
    async untilHeaders(work) {
      const first = end(fetchHeadersMs, 'The answer');
      try {
        return await work();
      } finally {
        clearTimeout(first);
      }
    },
    race: (work) => Promise.race([work, aborted]),
    stop() {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    },
  };
}
