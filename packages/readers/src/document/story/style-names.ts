/** Names of built-in styles of Word and LibreOffice for code and quotations. They are English in every language of the programs. */
export const CODE_STYLE: RegExp =
  /^(?:source code|html (?:preformatted|code|sample|keyboard)|code(?: block| char)?|verbatim(?: char)?|preformatted text|source text)$/i;
export const QUOTE_STYLE: RegExp = /^(?:intense quote|quote|block ?text|block ?quotation|quotations?)$/i;
export const CAPTION_STYLE: RegExp = /^caption$/i;

/** 1 to 9 of `toc 2` and `Contents 2`. */
export function contentsLevel(name: string): number | undefined {
  const level = /^(?:toc|contents) ([1-9])$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}
