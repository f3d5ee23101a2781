/** Characters of Windows-1252 for the bytes 0x80 to 0x9F; the five that have none are themselves (WHATWG encoding standard). */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** What was garbled, and where. */
export interface Garbled {
  readonly offset: number;
  readonly found: string;
  readonly decoded: string;
}

/** A first byte and those that go on, as they look in Windows-1252; longer ones first. */
const TAIL = `[\\u00A0-\\u00BF${HIGH}]`;
const SEQUENCE = new RegExp(`ð${TAIL}{3}|[à-ï]${TAIL}{2}|[Â-ß]${TAIL}`, 'gu');

/**
 * Finds UTF-8 that was read as Windows-1252: `â€™` for `’`, `Ã©` for `é`. Of two characters only what decodes to a letter or sign of
 * western languages counts, and not a capital before a closing quotation mark, as in `“IRMÔ`; of three not a letter at the end of a
 * quotation, as in `« activé »` with its no-break space and in `«sì…»`.
 */
export function findMojibake(text: string): Garbled[] {
  if (!/[Â-ßà-ïð]/u.test(text)) return [];
  return Array.from(text.matchAll(SEQUENCE)).flatMap(({ 0: found, index }) => {
    const decoded = decode(found);
    if (decoded === undefined || !isLikely(found, decoded, text.charAt(index - 1))) return [];
    return [{ offset: index, found, decoded }];
  });
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function decode(found: string): string | undefined {
  const bytes = Uint8Array.from(Array.from(found), byteOf);
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}

function byteOf(character: string): number {
  const high = HIGH.indexOf(character);
  return high >= 0 ? 0x80 + high : (character.codePointAt(0) ?? 0);
}

/** A small letter, and what may stand behind the last one of a word. */
const WORD_END = /^[à-ï][\u00A0»›«‹…–—”“’‘]{2}$/u;

function isLikely(found: string, decoded: string, before: string): boolean {
  if (/^[\p{Cc}\p{Cn}\p{Co}]/u.test(decoded)) return false;
  if (found.length > 2) return !WORD_END.test(found);
  if (!/^[ÂÃ]/.test(found)) return false;
  return !(/[”»’›“]$/.test(found) && /\p{Lu}/u.test(before));
}
