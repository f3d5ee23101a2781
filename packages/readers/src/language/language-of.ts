/** The language of a tag without region and script, `zh` of `zh-Hant`; `undefined` for what is no tag. */
export function languageOf(tag: string | undefined): string | undefined {
  return localeOf(tag)?.language;
}

/** The script that a language is written in (ISO 15924), `Latn` of `de`; `undefined` where it is not known or there are several. */
export function scriptOf(tag: string | undefined): string | undefined {
  const locale = localeOf(tag);
  if (!locale) return undefined;
  return locale.script === undefined && SEVERAL_SCRIPTS.has(locale.language) ? undefined : locale.maximize().script;
}

/** Languages written in two scripts, so that the tag must say which. */
const SEVERAL_SCRIPTS = new Set([
  'sr',
  'bs',
  'sh',
  'uz',
  'az',
  'kk',
  'ky',
  'ku',
  'mn',
  'crh',
  'pa',
  'tg',
  'tk',
  'tt',
  'ug',
  'ha',
  'sd',
  'ks',
  'mni',
  'ms',
]);

/** Scripts as locales of POSIX name them: `sr@latin`, `uz@cyrillic`. What else stands there is no script: `en@quot`, `ca@valencia`. */
const POSIX_SCRIPTS: Readonly<Record<string, string>> = { latin: 'Latn', cyrillic: 'Cyrl', devanagari: 'Deva', arabic: 'Arab' };

/** Every segment asks, of the same few tags. */
const known = new Map<string, Intl.Locale | undefined>();
const MOST_KNOWN = 1000;

function localeOf(tag: string | undefined): Intl.Locale | undefined {
  if (tag === undefined || tag === '') return undefined;
  if (known.has(tag)) return known.get(tag);
  if (known.size >= MOST_KNOWN) known.clear();
  const locale = readLocale(tag);
  known.set(tag, locale);
  return locale;
}

function readLocale(tag: string): Intl.Locale | undefined {
  const [, plain = '', modifier = ''] = /^([^.@]*)(?:\.[^@]*)?@?(.*)$/s.exec(tag) ?? [];
  const script = POSIX_SCRIPTS[modifier.toLowerCase()];
  try {
    return new Intl.Locale(plain.replaceAll('_', '-'), script === undefined ? {} : { script });
  } catch {
    return undefined;
  }
}
