/**
 * Where the text that begins behind an opening quotation mark ends: the offset of the next mark without a backslash before it, or -1.
 * A loop and not an expression: millions of escapes are more than the stack of expressions holds.
 */
export function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) return at;
    if (sign === BACKSLASH) at += 1;
  }
  return -1;
}

const [QUOTE, BACKSLASH] = ['"'.charCodeAt(0), '\\'.charCodeAt(0)];
