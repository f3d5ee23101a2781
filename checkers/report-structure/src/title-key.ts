/** A number before a title: `1.`, `2.3`, `IV.`, `A)`, `§ 4`, `Chapter 3:`, `一、`, `第二章`, `（三）`. */
const NUMBER =
  /^\s*(?:(?:chapter|section|part|appendix|kapitel|abschnitt|teil|chapitre|partie|capítulo|capitolo|sección|seção|глава|раздел)\s+(?:\d+|[ivxlc]+|[a-z])\b[\s:.)–—-]*|§\s*\d+[\s:.)]*|\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,6}|[a-z])[.):、．](?:\s+|(?=\p{L})|$)|\d{1,3}(?:\.\d{1,3})+\s+|\d{1,2}\s+(?=\p{Lu})|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*|第[一二三四五六七八九十\d]{1,3}[章节節部分]+[\s:：、]*)/iu;

/** A title as it compares: without number, case, marks, punctuation and an anchor `{#id}`. Empty for a title that is only a number. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\{[#.][^}]*\}\s*$/, '')
    .replace(NUMBER, '')
    .toLowerCase()
    .replace(/[’']s\b/g, 's')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The number before a title, as written; empty where there is none. */
export function titleNumber(title: string): string {
  return (NUMBER.exec(title.normalize('NFKC'))?.[0] ?? '').replace(/[\s.):、．]+$/u, '').trim();
}

/** A title as a job would write it: without the number before it. */
export function bareTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\{[#.][^}]*\}\s*$/, '')
    .replace(NUMBER, '')
    .trim();
}
