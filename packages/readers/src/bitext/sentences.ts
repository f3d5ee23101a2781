import { languageOf } from '../language/language-of.ts';

/** A sentence of a text, with its place. */
export interface Sentence {
  readonly text: string;
  /** Without inline code and the like: the same offsets. */
  readonly prose: string;
  readonly offset: number;
}

/** Languages whose sentences the segmenter cannot tell, since nothing marks their ends. */
const WITHOUT_ENDS = new Set(['th', 'lo', 'km', 'my', 'bo']);
/** Languages that write a point behind ordinal numbers: `am 3. Oktober`. */
const WITH_ORDINAL_POINTS = new Set([
  'bs',
  'cs',
  'da',
  'de',
  'et',
  'fi',
  'hr',
  'hu',
  'is',
  'lv',
  'nb',
  'nn',
  'no',
  'pl',
  'sk',
  'sl',
  'sr',
  'tr',
]);
/** Initials and abbreviations: a letter alone (`J.`, `z. B.`), letters without a vowel (`Dr.`, `bzw.`, `стр.`), and some that have one. */
const ABBREVIATION_END =
  /(?:^|[\s(„“"'.-])(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]|[bcdfghjklmnpqrstvwxz]{2,4}|[бвгджзйклмнпрстфхцчшщ]{2,3}|abs|approx|art|ca|dipl|ed|fig|incl|ing|no|prof|vol|им|ул)\.\s*$/iu;
/** Without any of these, nothing ends but the text (UAX 29, 5.1: Sep, CR, LF, STerm, ATerm). */
const MAY_END = /[\p{Sentence_Terminal}\u2024\uFE52\uFF0E\n\r\u0085\u2028\u2029]/u;
const TEXT = /[\p{L}\p{N}\uFFFC]/u;
/** Of what stands before, so much says whether it ends a sentence: a text of abbreviations grows long. */
const LONGEST_END = 40;
const ORDINAL_END = /(?:^|[\s(])\d{1,2}\.\s*$/u;

/**
 * Splits texts of a language (BCP 47) into sentences, by the rules of Unicode (`Intl.Segmenter`) and some of our own for abbreviations and
 * ordinals; `undefined` for languages whose sentences cannot be told. Line breaks within a paragraph end no sentence; empty lines do.
 */
export function sentenceSplitter(tag: string): ((text: string, prose?: string) => Sentence[]) | undefined {
  const language = languageOf(tag);
  if (language === undefined || WITHOUT_ENDS.has(language)) return undefined;
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const hasOrdinals = WITH_ORDINAL_POINTS.has(language);
  return (text, prose = text) => {
    const end = prose.search(MAY_END);
    // Most texts are one sentence.
    if (end < 0 || !TEXT.test(prose.slice(end + 1))) return TEXT.test(prose) ? [sentenceIn(text, prose, 0, prose.length)] : [];
    const flat = prose.replace(/(?<!\n[^\S\n]{0,9})\r?\n(?![^\S\n]{0,9}\r?\n)/g, (lineBreak) => ' '.repeat(lineBreak.length));
    const parts: { readonly start: number; end: number; hasText: boolean }[] = [];
    for (const { segment, index } of segmenter.segment(flat)) {
      const last = parts.at(-1);
      const [end, hasText] = [index + segment.length, TEXT.test(segment)];
      const before = last && flat.slice(Math.max(last.start, last.end - LONGEST_END), last.end);
      if (last && before !== undefined && !(hasText && last.hasText && isEndBetween(before, segment, hasOrdinals))) {
        last.end = end;
        last.hasText ||= hasText;
      } else parts.push({ start: index, end, hasText });
    }
    return parts.flatMap(({ start, end: last, hasText }) => (hasText ? [sentenceIn(text, prose, start, last)] : []));
  };
}

/** Without the white space around it. */
function sentenceIn(text: string, prose: string, start: number, end: number): Sentence {
  const own = prose.slice(start, end);
  const [from, to] = [start + own.length - own.trimStart().length, start + own.trimEnd().length];
  return { text: text.slice(from, to), prose: prose.slice(from, to), offset: from };
}

function isEndBetween(before: string, after: string, hasOrdinals: boolean): boolean {
  return !/^\p{Ll}/u.test(after) && !ABBREVIATION_END.test(before) && !(hasOrdinals && ORDINAL_END.test(before));
}
