import { PreflagError } from '@preflag/core';
import type { FetchGrant, FetchRule } from '../grants.ts';
import { NEVER_METHODS } from './parse-request.ts';
import { isHeaderName, isHeaderValue, isOfTheConnection } from './request-headers.ts';

/** @throws {PreflagError} `usage` with what was found and what to write in its place; a wrong rule must not read as a narrow one */
export function requireFetchGrant(grant: FetchGrant): void {
  const { allow } = grant;
  if (!Array.isArray(allow) || allow.length === 0)
    wrong('fetch.allow is empty, which allows nothing. Name the origins, or leave fetch out of the grants.');
  refuseUnknown(grant, ['allow'], 'fetch');
  for (const [index, rule] of grant.allow.entries()) requireRule(rule, `fetch.allow[${index}]`);
}

const RULE_KEYS = ['origin', 'path', 'methods', 'headers', 'allowPrivate'];

function requireRule(rule: FetchRule, place: string): void {
  if (typeof rule !== 'object' || rule === null)
    wrong(`${place} is ${shown(rule)}. Give an object: { origin: 'https://api.example.com' }.`);
  refuseUnknown(rule, RULE_KEYS, place);
  requireOrigin(rule.origin, `${place}.origin`);
  if (rule.path !== undefined) requirePath(rule.path, `${place}.path`);
  if (rule.methods !== undefined) requireMethods(rule.methods, `${place}.methods`);
  if (rule.headers !== undefined) requireHeaders(rule.headers, `${place}.headers`);
  if (rule.allowPrivate !== undefined && typeof rule.allowPrivate !== 'boolean')
    wrong(`${place}.allowPrivate is ${shown(rule.allowPrivate)}. Give true or false.`);
}

function requireOrigin(origin: string, place: string): void {
  const found = `${place} is ${shown(origin)}`;
  if (typeof origin !== 'string' || !URL.canParse(origin)) wrong(`${found}. Give scheme, host and port: 'https://api.example.com'.`);
  if (origin.includes('*')) wrong(`${found}. There are no wildcards: name each host in a rule of its own.`);
  const url = new URL(origin);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') wrong(`${found}. Only http and https are fetched.`);
  if (url.username !== '' || url.password !== '')
    wrong(`${place} has a user name or a password. Put them into headers, as 'authorization'.`);
  const normal = `${url.protocol}//${url.host.replace(/\.(?=$|:)/, '')}`;
  if (origin === normal) return;
  const rest = url.pathname + url.search + url.hash;
  if (rest !== '/') wrong(`${found}. An origin has no path: write '${normal}', and ${shown(url.pathname)} as 'path'.`);
  wrong(`${found}. Write '${normal}'.`);
}

function requirePath(path: string, place: string): void {
  const found = `${place} is ${shown(path)}`;
  if (typeof path !== 'string' || !path.startsWith('/')) wrong(`${found}. Begin with '/'.`);
  if (path.includes('*')) wrong(`${found}. There are no wildcards: all that begins with the path is allowed.`);
  const { pathname } = new URL(`http://host${path}`);
  if (pathname !== path)
    wrong(`${found}. Write ${shown(pathname)}: without query, without '..', with characters escaped as in an address.`);
}

function requireMethods(methods: readonly string[], place: string): void {
  if (!Array.isArray(methods) || methods.length === 0)
    wrong(`${place} is ${shown(methods)}. Name methods, or leave it out for GET and HEAD.`);
  for (const method of methods) {
    if (!/^[A-Z]{1,32}$/.test(String(method))) wrong(`${place} has ${shown(method)}. Write methods in upper case: 'GET', 'POST'.`);
    if (NEVER_METHODS.includes(method)) wrong(`${place} has '${method}', which is never sent. Leave it out.`);
  }
}

function requireHeaders(headers: Readonly<Record<string, string>>, place: string): void {
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    if (!isHeaderName(name)) wrong(`${place} has the name ${shown(name)}. Use letters, digits and hyphens.`);
    if (isOfTheConnection(key)) wrong(`${place} has '${name}', which the connection needs for itself. Leave it out.`);
    if (seen.has(key)) wrong(`${place} has '${name}' twice. Upper and lower case are the same: keep one.`);
    // The value may be a secret, and messages end up in logs.
    if (typeof value !== 'string' || !isHeaderValue(value))
      wrong(`${place}['${name}'] has a value with characters that no header may have, such as a line break. Trim it.`);
    seen.add(key);
  }
}

function refuseUnknown(value: object, known: readonly string[], place: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) wrong(`${place} has the unknown key ${shown(unknown)}. Known are ${known.join(', ')}.`);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? String(value));
}

function wrong(message: string): never {
  throw new PreflagError('usage', message);
}
