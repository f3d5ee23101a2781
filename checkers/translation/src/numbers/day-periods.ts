/** The parts of a day that a language puts beside hours, by the half of the day that they stand for. */
export interface DayPeriods {
  /** The halves that a text names anywhere: afternoon, 下午, wieczorem. Words that stand for hours of both are of both. */
  readonly halvesIn: (text: string) => ReadonlySet<Half>;
  /** The half that stands directly beside an hour: `3 pm`, `下午3`. */
  readonly halfBeside: (before: string, after: string) => Half | undefined;
}

export type Half = 'am' | 'pm';

const known = new Map<string, DayPeriods | undefined>();

/** Clocks that count from sunrise: what Intl says of them is not what people write. */
const FROM_SUNRISE = new Set(['sw', 'am', 'ti', 'so', 'om']);

/** By CLDR through Intl; `undefined` where it has only AM and PM for a language (BCP 47), so that its words are not known. */
export function dayPeriodsOf(language: string | undefined): DayPeriods | undefined {
  if (language === undefined) return undefined;
  if (!known.has(language)) known.set(language, read(language.replaceAll('_', '-')));
  return known.get(language);
}

function read(tag: string): DayPeriods | undefined {
  const forms = formsOf(tag);
  if (forms.size < 4) return undefined;
  // Short ones are abbreviations and letters: they count beside an hour only.
  const words = [...forms].flatMap(([form, halves]) => wordsOf(form).map((word) => [patternOf(word), halves] as const));
  const beside = [...forms, ['a.m.', new Set<Half>(['am'])] as const, ['p.m.', new Set<Half>(['pm'])] as const]
    .filter(([, halves]) => halves.size === 1)
    .map(([form, halves]) => [besideOf(form), halves] as const);
  return {
    halvesIn: (text) => {
      const plain = plainOf(text);
      return new Set(words.flatMap(([pattern, halves]) => (pattern.test(plain) ? [...halves] : [])));
    },
    halfBeside: (before, after) => {
      const [left, right] = [plainOf(before), plainOf(after)];
      const [, halves] = beside.find(([form]) => form.after.test(right) || form.before.test(left)) ?? [];
      return halves ? [...halves][0] : undefined;
    },
  };
}

/** Each form with the halves whose hours it stands for; noon and midnight are of both, since they are in between. */
function formsOf(tag: string): ReadonlyMap<string, ReadonlySet<Half>> {
  const forms = new Map<string, Set<Half>>();
  try {
    const { language } = new Intl.Locale(tag);
    if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0 || FROM_SUNRISE.has(language)) return forms;
    const styles = [...(['long', 'short'] as const).map((dayPeriod) => ({ hourCycle: 'h12' as const, dayPeriod })), { hour12: true }];
    for (const style of styles) {
      const format = new Intl.DateTimeFormat(tag, { hour: 'numeric', timeZone: 'UTC', numberingSystem: 'latn', ...style });
      for (let hour = 0; hour < 24; hour++) {
        const form = plainOf(format.formatToParts(Date.UTC(2024, 0, 1, hour)).find(({ type }) => type === 'dayPeriod')?.value ?? '');
        if (form === '') continue;
        forms.set(form, (forms.get(form) ?? new Set<Half>()).add(hour < 12 ? 'am' : 'pm'));
      }
    }
  } catch {
    // A tag that Intl does not read has no forms.
  }
  return forms;
}

/** Without vowel signs and accents, which some write and some do not. */
function plainOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A form and its last word: de la tarde, tarde. */
function wordsOf(form: string): string[] {
  const last = form.split(/[\s’']/u).at(-1) ?? '';
  return [form, last].filter((word) => SPACELESS.test(word) || word.length >= 3);
}

function patternOf(word: string): RegExp {
  // Endings change: eftermiddag, eftermiddagen.
  const stem = word.length >= 6 && !SPACELESS.test(word) ? word.slice(0, -2) : word;
  return new RegExp(SPACELESS.test(word) ? escaped(stem) : `(?<![\\p{L}])${escaped(stem)}`, 'u');
}

function besideOf(form: string): { readonly before: RegExp; readonly after: RegExp } {
  const spaced = escaped(form).replace(/\\\. ?/g, '\\.?\\s?');
  return { before: new RegExp(`(?<![\\p{L}])${spaced}\\s{0,2}$`, 'u'), after: new RegExp(`^\\s{0,2}${spaced}(?!\\p{L})`, 'u') };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
