import { refuse } from './refusal.ts';

const CONTROLS = /[\u0000-\u001F\u007F-\u009F]/;

/**
 * The one parser of addresses, that of the WHATWG URL Standard: what it makes of a text is compared with the rules, looked up and
 * sent. It writes names in Punycode and every notation of an IPv4 address as four numbers. Left out here: the fragment, and one
 * dot at the end of the name.
 *
 * @param base the address that a redirect came from
 * @throws {Refusal} `invalid` for a text that is no address, `denied` for one of a kind that is never fetched
 */
export function parseFetchUrl(text: string, base?: URL): URL {
  if (CONTROLS.test(text)) refuse('invalid', 'The address contains control characters.');
  if (!URL.canParse(text, base?.href)) refuse('invalid', `'${shortened(text)}' is no address. Give a whole one: https://host/path.`);
  const url = new URL(text, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') refuse('denied', `Only http and https are fetched, not '${url.protocol}'.`);
  if (url.username !== '' || url.password !== '') refuse('denied', 'An address with a user name or a password is not fetched.');
  url.hash = '';
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  const labels = url.hostname.split('.');
  if (labels.includes('')) refuse('invalid', `The host of '${shortened(text)}' has an empty part.`);
  return url;
}

/** For messages: the beginning of a text that may be long. */
export function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
