export type AddressKind = 'url' | 'email' | 'path' | 'code' | 'handle';

/** Something in a text that stays as it is in every language. */
export interface Address {
  readonly kind: AddressKind;
  readonly text: string;
  readonly offset: number;
  /** For comparison: without what languages and style guides change. */
  readonly key: string;
}

const PATTERNS: readonly (readonly [AddressKind, RegExp])[] = [
  [
    'url',
    /\b(?:https?|ftp):\/\/[^\s<>"'“”„«»「」『』，。、；：）]{2,2000}|(?<![\w@./-])www\.[\w-]{1,63}\.[^\s<>"'“”„«»「」『』，。、；：）]{2,500}/giu,
  ],
  ['email', /(?<![\w.+-])[\w+-][\w.+-]{0,63}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,5}(?![\w-])/g],
  // C:\a\b, /usr/bin/x, ./a/b, ~/a, and names of files with a usual ending.
  ['path', /(?<![\w/\\])(?:[A-Za-z]:\\[\w.\\-]{1,200}|(?:~|\.{1,2})?\/[\w.@-]{1,60}(?:\/[\w.@-]{1,60}){1,20})(?![\w/])/g],
  [
    'path',
    /(?<![\w./\\@-])[\w-]{1,60}\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|md|json|ya?ml|xml|html?|js|ts|py|sh|exe|zip|png|jpe?g|svg|mp[34]|ini|cfg|log|sql)(?![\w-]|\.\w)/gi,
  ],
  // AB-1234, INV2024-001: capitals, then three digits or more.
  ['code', /(?<![\p{L}\p{N}_./@#-])[A-Z]{2,6}[-_]?\d{3,12}(?:[-_/][A-Z\d]{1,12}){0,3}(?![\p{L}\p{N}_])/gu],
  ['handle', /(?<![\p{L}\p{N}_.@/])@[A-Za-z_]\w{2,30}(?![\w.@:]*[@:])/gu],
];

/** Addresses, paths, codes and handles of a text, each place once, in order. */
export function findAddresses(text: string): Address[] {
  if (!/[:@/\\.]|www|[A-Z]{2}[-_]?\d/.test(text)) return [];
  const found: Address[] = [];
  let rest = text;
  for (const [kind, pattern] of PATTERNS) {
    for (const { 0: match, index } of rest.matchAll(pattern)) {
      const own = kind === 'url' ? withoutEnd(match) : match;
      found.push({ kind, text: own, offset: index, key: `${kind} ${keyOf(kind, own)}` });
    }
    rest = rest.replace(pattern, (match) => ' '.repeat(match.length));
  }
  return found.toSorted((a, b) => a.offset - b.offset);
}

/** Without the punctuation of the sentence, and a bracket that was not opened in the address. */
function withoutEnd(url: string): string {
  const trimmed = url.replace(/[.,;:!?*_'’…]{1,10}$/u, '');
  return /[)\]}]$/.test(trimmed) && !/[([{]/.test(trimmed) ? withoutEnd(trimmed.slice(0, -1)) : trimmed;
}

const LOCALE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

function keyOf(kind: AddressKind, text: string): string {
  if (kind === 'code') return text.replace(/[-_]/g, '');
  if (kind !== 'url') return kind === 'email' ? text.toLowerCase() : text;
  const [address = '', ...query] = text.replace(/^\w+:\/\//, '').split('?');
  // The language of a site stands in its path or in front of its name: /en/ becomes /de/.
  const parts = address.split('/').filter((part) => !LOCALE.test(part));
  const host = (parts.shift() ?? '').toLowerCase().replace(/^(?:www|[a-z]{2})\./, '');
  const rest = query.join('?').replace(/\b(?:lang|hl|locale|lc)=[\w-]{2,8}/gi, '');
  return [host, ...parts].filter(Boolean).join('/') + (rest === '' ? '' : `?${rest}`);
}
