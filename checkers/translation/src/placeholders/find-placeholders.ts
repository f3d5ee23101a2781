/** A piece of a text that a program replaces. */
export interface Placeholder {
  readonly text: string;
  readonly offset: number;
  /** `text` without white space inside, which programs ignore. */
  readonly key: string;
  /** `position`: told apart by its place in the order (`%s`, `{}`); `name`: by its name or number; `percent`: `%1`, which may be a percentage. */
  readonly kind: 'position' | 'name' | 'percent';
}

/** Scripts that have a space between words. Others write right behind a placeholder, and before it. */
const ALPHABETIC = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}`;
/** Flags, width, precision, length and kind of printf. */
const CONVERSION = String.raw`[-+#0']{0,3}(?:\d{1,4}|\*)?(?:\.(?:\d{1,4}|\*))?(?:hh|h|ll|l|L|q|z|j|t)?[@sdiufFeEgGxXocm]`;

/** Of a simple argument of ICU: `{0, number, percent}`. Other words behind a comma make a list: `{ascii,ibm}`. */
const ICU_TYPE = String.raw`(?:number|date|time|duration|spellout|ordinal)(?:,[^{}]{0,40})?`;
/** Formats of strftime (`%a %d %b %H:%M`), which languages write in another order. */
const DATE_FORMAT = /%[-_^#]?[HMYBbIpyTRZ](?![\p{L}])/u;

const PLACEHOLDER = new RegExp(
  [
    // Python and Ruby: %(name)s, %{name}, %<name>d; Windows: %NAME%.
    String.raw`%\(\w{1,60}\)[-+#0]?\d{0,3}(?:\.\d{1,3})?[sdifgrxeuc]`,
    String.raw`%\{\w{1,60}\}`,
    String.raw`%<\w{1,60}>[sdifgrxeuc]?`,
    String.raw`(?<![\d%])%[A-Za-z_]{2,30}%`,
    // JavaScript, Ruby and Kotlin: ${name}, #{name}; mustache, i18next, Vue, Angular: {{ name }}, {{{ name }}}.
    String.raw`(?:\$|#(?!\{\d))\{[^{}]{1,80}\}`,
    String.raw`\{\{\{?[^{}]{1,80}\}?\}\}`,
    // i18next with the marks of its first version: __name__.
    String.raw`(?<!\w)__[a-z]\w{0,40}?__(?!\w)`,
    // i18next $t(key); Vue @:key, @.lower:key.
    String.raw`\$t\([^()]{1,80}\)`,
    String.raw`(?<!\S)@(?:\.\w{1,20})?:[A-Za-z][\w.]{0,60}\w`,
    // Python, C#, Java, ICU, Fluent: {0}, {name}, {0:N2}, { $name }, { -brand }, { NUMBER($n) }, {}.
    String.raw`\{\s{0,3}(?:\$?[A-Za-z_\d][\w.[\]$-]{0,60}(?:[:!][^{}\s]{0,20}|,\s?(?:-?\d{1,3}(?::[^{}\s]{0,20})?|${ICU_TYPE}))?|-[a-z][\w-]{0,60}|[A-Z]{2,20}\([^{}()]{0,60}\))?\s{0,3}\}`,
    // printf: %1$s, whatever stands beside it; %s, %.2f, %ld, %@, 0x%x, %s%s, not within a word of an alphabet: %ds is seconds.
    String.raw`(?<![\d%])%\d{1,2}\$${CONVERSION}`,
    String.raw`(?:(?<![\d%${ALPHABETIC}])|(?<=0[xX])|(?<=%${CONVERSION}))%${CONVERSION}(?![${ALPHABETIC}\p{N}])`,
    // Qt: %1, %L1, %n.
    String.raw`(?<![\d%\p{L}])%(?:L?[1-9]|n)(?![\p{L}\p{N}%]|[.,]\d)`,
  ].join('|'),
  'gu',
);
const ESCAPED_PERCENT = /%%(?!\()/g;
const ADDRESS = /(?:https?|ftp):\/\/\S+/g;

/** The placeholders of a text, in order. Plural and select messages are not taken apart. */
export function findPlaceholders(text: string): Placeholder[] {
  if (!/[%{@$]|__/.test(text)) return [];
  // In addresses a percent sign begins an escaped byte.
  const plain = text.replace(ADDRESS, (address) => address.replaceAll('%', ' ')).replace(ESCAPED_PERCENT, '  ');
  const isDate = DATE_FORMAT.test(plain) && !/%(?:\d\$)?s/.test(plain);
  return Array.from(plain.matchAll(PLACEHOLDER), ({ 0: found, index }) => ({
    text: found,
    offset: index,
    key: found.replace(/\s+/g, ''),
    kind: kindOf(found),
  })).filter(({ kind, text: found }) => !(isDate && kind === 'position' && found.startsWith('%')));
}

function kindOf(text: string): Placeholder['kind'] {
  if (/^%(?:L?\d|n)$/.test(text)) return 'percent';
  return text === '{}' || /^%[^({<$]*$/.test(text) ? 'position' : 'name';
}
