import type { Location } from '@preflag/core';
import type { LineIndex } from '../../text/index.ts';
import type { Catalog, EntryText } from '../catalog.ts';
import { CatalogDraft } from '../catalog-draft.ts';
import { closingQuote } from './closing-quote.ts';
import type { FileProblem, Segment } from '../model.ts';

interface PoString {
  text: string;
  readonly from: number;
  to: number;
}

/** An entry while its lines are read. */
interface Message {
  at: number;
  readonly flags: Set<string>;
  readonly notes: string[];
  isObsolete: boolean;
  context?: PoString;
  id?: PoString;
  plural?: PoString;
  readonly translations: Map<number, PoString>;
  last?: PoString;
}

const LINE = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,3})\])?)[ \t]*(".*)$/;
const ESCAPE = /\\(?:([abfnrtv"\\'?])|([0-7]{1,3})|x([0-9a-fA-F]{1,2})|(.))/gs;
const SIGNS: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Reads a gettext catalogue, or a template of one (pot). Obsolete entries are left out. */
export function readPo(file: string, text: string, lines: LineIndex): Catalog {
  const reader = new PoReader(text, lines);
  return reader.read(file);
}

class PoReader {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #draft = new CatalogDraft();
  #message: Message = newMessage(0);
  #pluralCount: number | undefined;
  #pluralFormula: string | undefined;
  #hasHeader = false;
  readonly #flags = new Set<string>();
  #translated = 0;
  /** Source texts with letters that English has not. */
  #foreign = 0;
  #pluralAt: Location | undefined;

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
  }

  read(file: string): Catalog {
    let at = 0;
    for (const { 0: end, index } of this.#text.matchAll(/\r\n|\n|\r|$/g)) {
      this.#line(this.#text.slice(at, index), at);
      at = index + end.length;
    }
    this.#end();
    const isTemplate = this.#translated === 0 && /\.pot$/i.test(file);
    if (!this.#hasHeader && this.#draft.size > 0)
      this.#draft.problem('headerMissing', this.#place(0, 0), { what: 'the entry with an empty msgid' });
    else if (this.#pluralAt && this.#pluralCount === undefined && !isTemplate) this.#draft.problem('pluralHeaderMissing', this.#pluralAt);
    const isEnglish = this.#foreign * 20 <= this.#draft.size;
    const catalog = this.#draft.finish(file, 'po', this.#text, this.#lines, {
      isTemplate,
      ...(isEnglish && { usualSource: 'en' }),
      ...(this.#pluralCount !== undefined && { pluralCount: this.#pluralCount }),
      ...(this.#pluralFormula !== undefined && { pluralFormula: this.#pluralFormula }),
    });
    return this.#hasOnlyPrintf() ? { ...catalog, entries: catalog.entries.map((entry) => ({ ...entry, hasBraces: false })) } : catalog;
  }

  /** The flags of the file's messages speak of printf, and of no placeholders in braces. */
  #hasOnlyPrintf(): boolean {
    const flags = [...this.#flags];
    return flags.some((flag) => PRINTF.has(flag)) && !flags.some((flag) => BRACES.has(flag));
  }

  #line(whole: string, at: number): void {
    // What stood there before an obsolete entry changed.
    if (whole.startsWith('#~|')) return;
    const isObsolete = whole.startsWith('#~');
    const line = (isObsolete ? whole.slice(2) : whole).trim();
    if (line === '') {
      if (!isObsolete && this.#message.translations.size > 0) this.#end();
      return;
    }
    if (line.startsWith('#')) {
      this.#comment(line, at);
      return;
    }
    const offset = at + whole.indexOf(line);
    if (line.startsWith('"')) {
      if (this.#message.last) this.#append(this.#message.last, line, offset);
      else this.#wrong('badLine', offset, line.length, { key: line });
      return;
    }
    const [, keyword, form, string = ''] = LINE.exec(line) ?? [];
    if (keyword === undefined) this.#wrong('badLine', offset, line.length, { key: line });
    else {
      this.#keyword(keyword, Number(form ?? 0), offset, isObsolete);
      if (this.#message.last) this.#append(this.#message.last, string, offset + line.length - string.length);
    }
  }

  #comment(line: string, at: number): void {
    if (this.#message.translations.size > 0) this.#end();
    if (line.startsWith('#,')) {
      for (const flag of line.slice(2).split(',')) this.#message.flags.add(flag.trim());
      for (const flag of this.#message.flags) this.#flags.add(flag);
    } else if (line.startsWith('#.') && line.length > 2) this.#message.notes.push(line.slice(2).trim());
    if (this.#message.id === undefined) this.#message.at = at;
  }

  #keyword(keyword: string, form: number, at: number, isObsolete: boolean): void {
    const isStart = keyword === 'msgctxt' || keyword === 'msgid';
    if (isStart && (this.#message.translations.size > 0 || (keyword === 'msgid' && this.#message.id))) this.#end();
    const message = this.#message;
    if (isStart && message.context === undefined) message.at = at;
    message.isObsolete ||= isObsolete;
    const value: PoString = { text: '', from: at, to: at };
    message.last = value;
    if (keyword === 'msgctxt') message.context = value;
    else if (keyword === 'msgid') message.id = value;
    else if (keyword === 'msgid_plural') message.plural = value;
    else message.translations.set(form, value);
  }

  #append(value: PoString, line: string, at: number): void {
    const end = closingQuote(line, 1);
    const string = end >= 0 && line.slice(end + 1).trim() === '' ? line.slice(1, end) : undefined;
    if (string === undefined) {
      this.#wrong('openQuote', at, line.length, { key: this.#message.id?.text || line });
      value.text += unescaped(line.replace(/^"|"\s*$/g, ''));
    } else value.text += unescaped(string);
    const bad = [...(string ?? '').matchAll(ESCAPE)].find(([, , , , other]) => other !== undefined)?.[0];
    if (bad !== undefined) this.#wrong('badEscape', at, line.length, { key: this.#message.id?.text ?? '', text: bad });
    value.to = at + line.length;
  }

  #end(): void {
    const message = this.#message;
    this.#message = newMessage(this.#text.length);
    const { id, translations, isObsolete } = message;
    if (isObsolete || (!id && translations.size === 0)) return;
    if (!id) this.#wrong('idMissing', message.at, 0, { what: 'msgstr' });
    else if (translations.size === 0) this.#wrong('translationMissing', id.from, id.to - id.from, { key: id.text });
    else if (id.text === '' && !message.context) this.#header(translations.get(0) ?? id);
    else this.#add(message, id);
  }

  #header(value: PoString): void {
    this.#hasHeader = true;
    const at = this.#place(value.from, value.to);
    const field = (name: string): string | undefined =>
      value.text
        .split('\n')
        .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
        ?.slice(name.length + 1)
        .trim();
    this.#draft.declare('source', field('X-Source-Language'), 'the header X-Source-Language', at);
    this.#draft.declare('target', field('Language'), 'the header Language', at);
    const count = /nplurals\s*=\s*(\d{1,3})/.exec(field('Plural-Forms') ?? '')?.[1];
    if (count !== undefined) this.#pluralCount = Number(count);
    this.#pluralFormula = /(?<!\w)plural\s{0,9}=([^;]{1,2000})/.exec(field('Plural-Forms') ?? '')?.[1]?.trim();
  }

  #add(message: Message, id: PoString): void {
    const key = message.context ? `${message.context.text} › ${id.text}` : id.text;
    const { plural, translations, flags, notes } = message;
    const more = {
      ...(flags.has('fuzzy') && { state: { name: 'fuzzy', isUnfinished: true } }),
      ...(notes.length > 0 && { notes }),
      ...printfOf(flags),
    };
    const [source, at] = [this.#side(id), this.#place(id.from, id.to)];
    this.#foreign += Number(/(?![a-z])\p{L}/iu.test(id.text));
    for (const value of translations.values()) this.#translated += Number(value.text !== '');
    if (!plural) {
      const [target] = [...translations.values()];
      this.#draft.add({ id: key, source, ...(target && { target: this.#side(target) }), ...more }, at);
      if (translations.size > 1 || !translations.has(0)) this.#draft.problem('pluralIdMissing', at, { key: id.text });
      return;
    }
    this.#pluralAt ??= at;
    this.#checkCount(id.text, translations, at);
    for (const [form, value] of translations) {
      const pair = form === 0 && fitsSingular(value.text, id.text, plural.text) ? source : this.#side(plural);
      const entry = { id: `${key} [${form}]`, source: pair, target: this.#side(value), plural: { of: key, form: String(form) }, ...more };
      this.#draft.add(entry, at);
    }
  }

  #checkCount(id: string, translations: ReadonlyMap<number, PoString>, at: Location): void {
    const isFilled = [...translations.values()].some(({ text }) => text !== '');
    if (this.#pluralCount === undefined || !isFilled || translations.size === this.#pluralCount) return;
    this.#draft.problem(translations.size < this.#pluralCount ? 'pluralCount' : 'pluralSurplus', at, {
      key: id,
      count: translations.size,
      announced: this.#pluralCount,
    });
  }

  #side({ text, from, to }: PoString): EntryText {
    return { text, at: this.#place(from, to) };
  }

  #place(from: number, to: number): Location {
    return { kind: 'text', start: this.#lines.position(from), end: this.#lines.position(to) };
  }

  #wrong(code: FileProblem['code'], from: number, length: number, data: FileProblem['data']): void {
    this.#draft.problem(code, this.#place(from, from + length), data);
  }
}

function newMessage(at: number): Message {
  return { at, flags: new Set(), notes: [], isObsolete: false, translations: new Map() };
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, sign?: string, octal?: string, hex?: string) => {
    if (sign !== undefined) return SIGNS[sign] ?? sign;
    return octal === undefined && hex === undefined
      ? whole
      : String.fromCharCode(parseInt(octal ?? hex ?? '', octal === undefined ? 16 : 8));
  });
}

/** Flags such as `c-format`, `no-c-format`; those of braces (`python-brace-format`) say that percent signs are none. */
function printfOf(flags: ReadonlySet<string>): Pick<Segment, 'hasPrintf'> {
  if ([...flags].some((flag) => PRINTF.has(flag))) return { hasPrintf: true };
  return { hasPrintf: false };
}

const BRACES: ReadonlySet<string> = new Set(
  ['python-brace', 'perl-brace', 'csharp', 'java', 'c++', 'rust', 'smalltalk', 'elixir'].map((language) => `${language}-format`),
);

const PRINTF: ReadonlySet<string> = new Set(
  [
    'c',
    'objc',
    'python',
    'php',
    'perl',
    'java-printf',
    'awk',
    'lua',
    'javascript',
    'ruby',
    'sh-printf',
    'gcc-internal',
    'go',
    'object-pascal',
  ].map((language) => `${language}-format`),
);

/**
 * The first form may be for several numbers (1, 21, 31), or for all: then it needs the number that only the plural of the source has, in
 * `%d` or `{count}`.
 */
function fitsSingular(target: string, singular: string, plural: string): boolean {
  const count = (text: string, sign: string): number => text.split(sign).length - 1;
  return ['%', '{'].every((sign) => count(target, sign) <= count(singular, sign) || count(plural, sign) <= count(singular, sign));
}
