export type AddressKind = 'url' | 'email' | 'path' | 'code' | 'handle' | 'hashtag' | 'phone' | 'account' | 'version' | 'identifier';

/** Something in a text that stays as it is in every language. */
export interface Address {
  readonly kind: AddressKind;
  readonly text: string;
  readonly offset: number;
  /** For comparison: without what languages and style guides change. */
  readonly key: string;
}

interface Pattern {
  readonly kind: AddressKind;
  /** What a text must have for the pattern to be tried: most texts have none of it. */
  readonly needs: RegExp;
  readonly pattern: RegExp;
}

const PATTERNS: readonly Pattern[] = [
  {
    kind: 'url',
    needs: /:\/\/|www\./i,
    pattern:
      /\b(?:https?|ftp):\/\/[^\s<>"'“”„«»「」『』，。、；：）]{2,2000}|(?<![\w@./-])www\.[\w-]{1,63}\.[^\s<>"'“”„«»「」『』，。、；：）]{2,500}/giu,
  },
  { kind: 'email', needs: /@/, pattern: /(?<![\w.+-])[\w+-][\w.+-]{0,63}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,5}(?![\w-])/g },
  // C:\a\b, /usr/bin/x, ./a/b, ~/a, and names of files with a usual ending.
  {
    kind: 'path',
    needs: /[\\/]/,
    pattern: /(?<![\w/\\])(?:[A-Za-z]:\\[\w.\\-]{1,200}|(?:~|\.{1,2})?\/[\w.@-]{1,60}(?:\/[\w.@-]{1,60}){1,20})(?![\w/])/g,
  },
  {
    kind: 'path',
    needs: /\w\.[a-z]/i,
    pattern:
      /(?<![\p{Script=Latin}\w./\\@-])[\p{Script=Latin}\w-]{2,60}\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|md|json|ya?ml|xml|html?|js|ts|py|sh|exe|zip|png|jpe?g|svg|mp[34]|ini|cfg|log|sql)(?![\w-]|\.\w)/giu,
  },
  // AB-1234, INV2024-001: capitals, then three digits or more.
  {
    kind: 'code',
    needs: /[A-Z]{2}[-_]?\d/,
    pattern: /(?<![\p{L}\p{N}_./@#-])[A-Z]{2,6}[-_]?\d{3,12}(?:[-_/][A-Z\d]{1,12}){0,3}(?![\p{L}\p{N}_])/gu,
  },
  // UUIDs and addresses of network cards.
  {
    kind: 'code',
    needs: /[\dA-F]{2}[:-][\dA-F]{2}/i,
    pattern: /(?<![\w-])[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}(?![\w-])|(?<![\w:-])(?:[\dA-F]{2}[:-]){5}[\dA-F]{2}(?![\w:-])/g,
  },
  // IBANs, in groups of four or not.
  {
    kind: 'account',
    needs: /[A-Z]{2}\d{2}/,
    pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu,
  },
  // +49 30 1234567, +49 (0)30 123, +4930123456, (555) 123-4567.
  {
    kind: 'phone',
    needs: /\+\d|\(\d{3}\)/,
    pattern:
      /(?<![\p{L}\p{N}+])\+\d{1,3}(?!\d)(?:[\s\u00A0.-]?\(\d{1,4}\)[\s\u00A0.-]?\d{2,8}(?!\d))?(?:[\s\u00A0./-]\d{2,8}(?!\d)){1,6}|(?<![\p{L}\p{N}+])\+\d{7,15}(?!\d)|(?<![\p{L}\p{N}])\(\d{3}\)\s?\d{3}[-\s]\d{4}(?!\d)/gu,
  },
  // v2.3.1, 10.0.0.17:8080.
  {
    kind: 'version',
    needs: /v\d|\d\.\d/i,
    pattern:
      /(?<![\p{L}\p{N}.])[vV]\d{1,4}(?:\.\d{1,5}){1,3}(?:-[a-z]{1,10}\.?\d{0,4})?(?![\p{L}\p{N}]|\.\d)|(?<![\p{L}\p{N}.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5})?(?![\p{N}]|\.\d)/gu,
  },
  // --dry-run; getUser(), a.b(); user_id, getUserName. Not P_ause, whose underscore marks a key, nor PAGE_WIDTH, which stands for a value.
  {
    kind: 'identifier',
    needs: /--[a-z]/,
    pattern: /(?<![^\s"'(“„«`])--[a-z][a-z\d]{1,30}(?:-[a-z\d]{1,30}){0,6}(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'identifier',
    needs: /\(\)/,
    pattern: /(?<![\p{L}\p{N}_$.])[A-Za-z_$][\w$]{1,60}(?:\.[A-Za-z_$][\w$]{0,60}){0,5}\(\)/gu,
  },
  {
    kind: 'identifier',
    needs: /[a-z\d]_[a-z\d]/,
    pattern: /(?<![\p{L}\p{N}_@#/.<-])[a-z][a-z\d]{1,40}(?:_[a-z\d]{2,40}){1,8}(?![\p{L}\p{N}_])/gu,
  },
  {
    kind: 'identifier',
    needs: /[a-z]{2}[A-Z][a-z]/,
    pattern: /(?<![\p{L}\p{N}_@#/.-])[a-z]{2,20}(?:[A-Z][a-z\d]{1,20}){1,8}(?![\p{L}\p{N}_])/gu,
  },
  { kind: 'hashtag', needs: /#/, pattern: /(?<![\p{L}\p{N}&/#])#[\p{L}_][\p{L}\p{M}\p{N}_]{1,60}/gu },
  { kind: 'handle', needs: /@/, pattern: /(?<![\p{L}\p{N}_.@/])@[A-Za-z_]\w{2,30}(?![\w.@:]*[@:])/gu },
];

/** Addresses, paths, codes, numbers to dial and names in programs of a text, each place once, in order. */
export function findAddresses(text: string): Address[] {
  const found: Address[] = [];
  let rest = text;
  for (const { kind, needs, pattern } of PATTERNS) {
    if (!needs.test(rest)) continue;
    const before = found.length;
    for (const { 0: match, index } of rest.matchAll(pattern)) {
      const own = kind === 'url' ? withoutEnd(withinBrackets(match)) : kind === 'path' ? match.replace(/[.-]+$/, '') : match;
      if (kind === 'path' && PRODUCT.test(own)) continue;
      found.push({ kind, text: own, offset: index, key: `${kind} ${keyOf(kind, own)}` });
    }
    if (found.length > before) rest = rest.replace(pattern, (match) => ' '.repeat(match.length));
  }
  return found.toSorted((a, b) => a.offset - b.offset);
}

/** Names of products, which sentences write with or without their ending: Vue.js. */
const PRODUCT = /^\p{Lu}\p{Ll}+\.js$/u;

/** Up to a bracket that was not opened in the address: in markdown, text may follow it at once. */
function withinBrackets(url: string): string {
  let open = 0;
  for (let at = 0; at < url.length; at++) {
    if (url[at] === '(') open += 1;
    else if (url[at] === ')' && --open < 0) return url.slice(0, at);
  }
  return url;
}

/** Without the punctuation of the sentence, and a bracket that was not opened in the address. */
function withoutEnd(url: string): string {
  const trimmed = url.replace(/[.,;:!?*_'’…]{1,10}$/u, '');
  return /[)\]}]$/.test(trimmed) && !/[([{]/.test(trimmed) ? withoutEnd(trimmed.slice(0, -1)) : trimmed;
}

/** An address or a path for comparison: without what languages change (`/en/`, `README.de.md`), and without the place in the page. */
export function linkKey(target: string): string {
  const [path = ''] = target.trim().split('#');
  return keyOf(
    'url',
    path
      .replace(/\/index\.html?$/, '/')
      .replace(/[._-][a-z]{2}(?:[-_][A-Za-z]{2,4})?(?=\.[a-z]{2,5}$)/, '')
      .replace(/^(?:\.\/)+/, ''),
  );
}

const LOCALE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

function keyOf(kind: AddressKind, text: string): string {
  if (kind === 'code') return text.replace(/[-_]/g, '');
  if (kind === 'account') return text.replace(/\s/g, '');
  // (0) is dialled within the country only.
  if (kind === 'phone') return text.replace(/\(0\)|\D/g, '');
  if (kind === 'hashtag' || kind === 'version') return text.toLowerCase();
  // A file's name begins with a capital where the sentence does.
  if (kind === 'path') return text.charAt(0).toLowerCase() + text.slice(1);
  if (kind !== 'url') return kind === 'email' ? text.toLowerCase() : text;
  const [address = '', ...query] = text.replace(/^\w+:\/\//, '').split('?');
  // The language of a site stands in its path or in front of its name: /en/ becomes /de/.
  const parts = address.split('/').filter((part) => !LOCALE.test(part));
  const host = (parts.shift() ?? '').toLowerCase().replace(/^(?:www|[a-z]{2})\./, '');
  const rest = query.join('?').replace(/\b(?:lang|hl|locale|lc)=[\w-]{2,8}/gi, '');
  return [host, ...parts].filter(Boolean).join('/') + (rest === '' ? '' : `?${rest}`);
}
