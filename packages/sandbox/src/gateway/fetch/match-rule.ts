import type { FetchRule } from '../grants.ts';

/** Read where a rule says nothing. */
const DEFAULT_METHODS: readonly string[] = ['GET', 'HEAD'];

/**
 * The rule that lets a request through, or `undefined`. Of several it is the one with the longest path, and of these the first:
 * its headers are sent and its `allowPrivate` counts.
 */
export function matchRule(rules: readonly FetchRule[], url: URL, method: string): FetchRule | undefined {
  return rules
    .filter((rule) => rule.origin === url.origin && (rule.methods ?? DEFAULT_METHODS).includes(method) && isUnder(url.pathname, rule.path))
    .reduce<FetchRule | undefined>((best, rule) => (best && pathOf(best).length >= pathOf(rule).length ? best : rule), undefined);
}

function pathOf(rule: FetchRule): string {
  return rule.path ?? '/';
}

/** `/v1` has `/v1` and `/v1/x` under it, and not `/v10`; `/v1/` has not `/v1`. Characters are compared as they are escaped. */
function isUnder(pathname: string, path = '/'): boolean {
  if (path === '/') return true;
  if (pathname !== path && !pathname.startsWith(path.endsWith('/') ? path : `${path}/`)) return false;
  return !mayClimb(pathname);
}

/** As often as anything that a server is built of could unescape a path. */
const MOST_DECODINGS = 4;

/**
 * The parser has resolved `..`, `%2e%2e` and backslashes. A server that unescapes first, and more than once, sees further ones:
 * `%2e%2e%2f`, `..%5c`, `%252e`. Such a path, and one with `..;x` (segment parameters), NUL or bytes that no UTF-8 has (overlong
 * forms of dot and slash), is under nothing but `/`.
 */
function mayClimb(pathname: string): boolean {
  let text = pathname;
  for (let round = 0; round < MOST_DECODINGS; round += 1) {
    if (/[\u0000\u00C0\u00C1]/.test(text) || text.split(/[/\\]/).some((segment) => segment.split(';')[0]?.trim() === '..')) return true;
    const decoded = text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
    if (decoded === text) return false;
    text = decoded;
  }
  return true;
}
