/** What is called while a rich text is read, in its order. */
export interface RtfHandlers {
  open(): void;
  close(): void;
  /** A control word with its number, `\b0`, or a control symbol, `\~`. */
  word(name: string, value: number | undefined): void;
  /** Characters as bytes of a code page, one unit each. */
  bytes(text: string): void;
}

const BACKSLASH = 92;
const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const TEXT = /[^\\{}\r\n]+/y;

/**
 * Cuts a rich text (RTF 1.9.1) into groups, control words and characters. Takes time linear in the text, and no more depth than its caller.
 * @param text the bytes of the file, one unit each
 */
export function tokeniseRtf(text: string, handlers: RtfHandlers): void {
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at = readControl(text, at + 1, handlers);
    else if (text[at] === '{' || text[at] === '}') {
      if (text[at] === '{') handlers.open();
      else handlers.close();
      at += 1;
    } else if (text[at] === '\r' || text[at] === '\n') at += 1;
    else {
      TEXT.lastIndex = at;
      const found = TEXT.exec(text)?.[0] ?? '';
      handlers.bytes(found);
      at += Math.max(1, found.length);
    }
  }
}

/** Reads what stands behind a backslash; where the text goes on. */
function readControl(text: string, at: number, handlers: RtfHandlers): number {
  WORD.lastIndex = at;
  const found = WORD.exec(text);
  if (found) {
    const [whole, name = '', digits] = found;
    const value = digits === undefined ? undefined : Number(digits);
    const next = at + whole.length;
    // What follows are bytes of a picture or a file, whatever they look like.
    if (name === 'bin') return next + Math.max(0, value ?? 0);
    handlers.word(name, value);
    return next;
  }
  const symbol = text[at] ?? '';
  if (symbol !== "'") {
    // A line end behind a backslash ends a paragraph.
    handlers.word(symbol === '\n' || symbol === '\r' ? 'par' : symbol, undefined);
    return at + 1;
  }
  const byte = Number.parseInt(text.slice(at + 1, at + 3), 16);
  if (/^[0-9a-f]{2}$/i.test(text.slice(at + 1, at + 3))) handlers.bytes(String.fromCharCode(byte));
  return at + 3;
}
