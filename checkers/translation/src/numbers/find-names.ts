/** A name as it stands in a text. */
export interface FoundName {
  readonly name: string;
  /** UTF-16 units from the start. */
  readonly index: number;
}

interface Name {
  readonly stem: string;
  /** What must stand before it. */
  readonly before: RegExp;
  /** The ways to write it, each with what must follow. */
  readonly endings: readonly (readonly [written: string, after: RegExp])[];
}

const LEAST_STEM = 5;
const IS_SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const [ANYTHING, NO_DIGIT_BEFORE, NO_DIGIT] = [/(?:)/y, /(?<!\d)/y, /(?!\d)/y];
const [NO_LETTER_BEFORE, NO_LETTER] = [/(?<![\p{L}\p{N}])/uy, /(?![\p{L}\p{N}])/uy];
/** Hebrew and Arabic write short words (in, and, to) on to the next. */
const [HEBREW, ARABIC] = [/(?<=(?:^|[^\p{L}\p{N}])[בהוכלמש]{0,2})/uy, /(?<=(?:^|[^\p{L}\p{N}])[وفبلك]{0,2})/uy];
/** A case: more letters, or another vowel in place of the last one. */
const [CASE, OTHER_VOWEL] = [/\p{L}{0,4}(?![\p{L}\p{N}])/uy, /\p{L}(?![\p{L}\p{N}])/uy];

/**
 * Finds names in texts, in order, as they may be written in any case; at each place the longest. Patterns are shared: one of all names of the
 * months takes some tenths of a second to compile.
 * @param written in small letters
 */
export function nameFinder(written: readonly string[]): (text: string) => FoundName[] {
  const longestFirst = written.toSorted((a, b) => b.length - a.length);
  const names = longestFirst.map((name) => readName(name, written));
  const letters = new RegExp([...new Set(names.map(({ stem }) => stem))].map(escaped).join('|'), 'g');
  return (text) => {
    // The only letter whose small form is of another length.
    const lower = (text.includes('İ') ? text.replaceAll('İ', 'i') : text).toLowerCase();
    const found: FoundName[] = [];
    letters.lastIndex = 0;
    for (let place = letters.exec(lower); place; place = letters.exec(lower)) {
      const { index } = place;
      const end = endAt(names, lower, index);
      if (end !== undefined) found.push({ name: text.slice(index, end), index });
      letters.lastIndex = end ?? index + 1;
    }
    return found;
  };
}

/** What stays of a name in all cases. */
export function stemOf(name: string): string {
  return name.length < LEAST_STEM ? name : name.slice(0, -1);
}

/** Where the first name ends that stands at a place. */
function endAt(names: readonly Name[], text: string, index: number): number | undefined {
  for (const { stem, before, endings } of names) {
    if (!text.startsWith(stem, index) || matchAt(before, text, index) === undefined) continue;
    for (const [written, after] of endings) {
      const end = text.startsWith(written, index) ? matchAt(after, text, index + written.length) : undefined;
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

/** Where a match ends that begins at a place. */
function matchAt(pattern: RegExp, text: string, index: number): number | undefined {
  pattern.lastIndex = index;
  return pattern.test(text) ? Math.max(index, pattern.lastIndex) : undefined;
}

function readName(name: string, all: readonly string[]): Name {
  return { stem: stemOf(name), before: beforeOf(name), endings: endingsOf(name, all) };
}

/**
 * Names with a digit in them (3月, tháng 3) end at the number; a final vowel and what follows a stem change with the case, unless the name
 * is the beginning of another one (Czech červen and červenec, which loses its second e).
 */
function endingsOf(name: string, all: readonly string[]): Name['endings'] {
  if (/\d$/.test(name)) return [[name, NO_DIGIT]];
  if (IS_SPACELESS.test(name)) return [[name, ANYTHING]];
  if (name.length < LEAST_STEM || all.some((other) => other !== name && other.startsWith(name))) return [[name, NO_LETTER]];
  if (!/[aeiouyаеиуыьяąęěůéí]$/u.test(name)) return [[name, CASE]];
  return [
    [name, CASE],
    [stemOf(name), OTHER_VOWEL],
  ];
}

function beforeOf(name: string): RegExp {
  if (/^\d/.test(name)) return NO_DIGIT_BEFORE;
  if (IS_SPACELESS.test(name)) return ANYTHING;
  if (/^\p{Script=Hebrew}/u.test(name)) return HEBREW;
  return /^\p{Script=Arabic}/u.test(name) ? ARABIC : NO_LETTER_BEFORE;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
