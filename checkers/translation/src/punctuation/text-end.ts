export type End = 'stop' | 'question' | 'exclamation' | 'colon' | 'ellipsis' | 'semicolon' | 'comma' | 'none';

/** Signs at the end of a sentence in the scripts of the world. */
const SIGNS: readonly (readonly [End, RegExp])[] = [
  ['ellipsis', /(?:…|\.{2,}|。{2,})$/u],
  ['stop', /[.。．｡।॥۔։။።።។៕᙮]$/u],
  ['question', /[?？؟⁇⁈❓՞፧\u037E]$/u],
  ['exclamation', /[!！‼⁉❗՜]$/u],
  ['colon', /[:：︰]$/u],
  ['semicolon', /[;；؛]$/u],
  ['comma', /[,，、،]$/u],
];
/** Marks that close, tags, footnote marks and white space may follow. */
const AFTER = /^[\s\u200B-\u200F\u2060\uFEFF\uFFFC"'“”„‟‘’‚«»‹›「」『』《》〈〉()[\]{}（）［］【】*_~`|⁰¹²³⁴-⁹†‡]/;
const [TAG, NOTE] = [/<\/?[^<>]{1,100}>$/u, /\[\d{1,3}\]$/];
/** Nobody puts so many of them. */
const MOST = 40;

/** What a text ends with, behind closing quotes, brackets and tags, and where that sign stands. */
export function textEnd(text: string, language: string | undefined): { readonly end: End; readonly offset: number } {
  let rest = text;
  for (let count = 0; count < MOST; count++) {
    const length = lengthAfter(rest);
    if (length === 0) break;
    rest = rest.slice(0, -length);
  }
  const tail = rest.slice(-8);
  const [end = 'none', pattern] = SIGNS.find(([, sign]) => sign.test(tail)) ?? [];
  const offset = rest.length - (pattern?.exec(tail)?.[0].length ?? 0);
  // Greek asks with a semicolon. Armenian puts its question mark into the word.
  if (language === 'el' && end === 'semicolon') return { end: 'question', offset };
  return { end, offset };
}

/** How much at the end of a text follows its last sign. */
function lengthAfter(text: string): number {
  const last = text.at(-1) ?? '';
  if (last === '>') return TAG.exec(text.slice(-120))?.[0].length ?? 0;
  if (last === ']') return NOTE.exec(text.slice(-5))?.[0].length ?? 1;
  return AFTER.test(last) ? 1 : 0;
}
