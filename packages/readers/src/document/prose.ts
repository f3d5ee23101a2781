import { BLANK } from './text-map.ts';

/** Addresses, up to the punctuation that ends a sentence. */
const ADDRESS =
  /(?:\b(?:https?|ftp):\/\/|\bwww\.|\bmailto:)[^\s<>\uFFFC]*[^\s<>\uFFFC.,;:!?'"()[\]{}*_]\/?|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b/gi;
/** One of these is in each address; most texts have none. */
const ADDRESS_SIGN = /@|:\/\/|www\.|mailto:/i;
/** A formula by the rule of pandoc's tex_math_dollars: no space inside of the signs, no digit after the closing one. */
const INLINE_FORMULA = /(?<![\\$\w])\$(?=[^\s$])[^$\n]{0,400}?(?<=[^\s\\])\$(?![\d$])/g;
const DISPLAY_FORMULA = /\$\$[^$]+\$\$|\\\[.+?\\\]|\\\(.+?\\\)/gs;

/** Blanks addresses and formulas in a prose, unit by unit. */
export function blankAddresses(prose: string): string {
  let blanked = prose;
  if (ADDRESS_SIGN.test(prose)) blanked = blanked.replace(ADDRESS, blankOf);
  if (prose.includes('$') || prose.includes('\\')) blanked = blanked.replace(DISPLAY_FORMULA, blankOf).replace(INLINE_FORMULA, blankOf);
  return blanked;
}

/** A paragraph that is one formula. */
export function isFormula(text: string): boolean {
  if (!text.includes('$$') && !text.includes('\\[')) return false;
  const trimmed = text.trim();
  return trimmed.length > 4 && /^\$\$[^$]+\$\$$|^\\\[.+\\\]$/s.test(trimmed);
}

function blankOf(found: string): string {
  return BLANK.repeat(found.length);
}
