/** A piece of code, a formula or raw html within a text, as the document marks it. */
export interface CodeSpan {
  readonly text: string;
  readonly offset: number;
}

const BLANKED = /\uFFFC+/g;
/** What is no word of a language: a sign that names and commands have, a digit, or a capital within. */
const CODE_SIGN = /[\d_./\\=(){}[\]$#@:;*+~^|&%]|(?<!\S)-|\p{Ll}\p{Lu}/u;

/** Code in messages of programs, which hold markup as it is written; placeholders within are no code. */
const TAGGED = /(?<=<code>)(?![{%_$])[^<>]{1,200}(?=<\/code>)/gi;

/** What is marked as code: the prose has it blanked, or a tag says so. Addresses that show themselves, tags and pictures are none. */
export function findCode(text: string, prose: string): CodeSpan[] {
  if (text === prose)
    return text.includes('<') ? Array.from(text.matchAll(TAGGED), ({ 0: own, index }) => ({ text: own, offset: index })) : [];
  return Array.from(prose.matchAll(BLANKED)).flatMap(({ 0: { length }, index }) => {
    const own = text.slice(index, index + length);
    return own.includes('\uFFFC') || /^\s*$|^<[^<>]*>$|^(?:https?:|mailto:|www\.)|^[^\s@]+@[^\s@]+$/.test(own)
      ? []
      : [{ text: own, offset: index }];
  });
}

/** Code that no translator translates; a plain word or phrase may be the label of a button. */
export function isSurelyCode(code: string): boolean {
  return CODE_SIGN.test(code.replace(/<[^<>]{1,60}>|"[^"]{0,200}"|'[^']{0,200}'/g, ''));
}
