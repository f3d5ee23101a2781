/** Text as XML that spreadsheets read back to just this text: `_x0041_` would be an escape (ECMA-376-1, 22.9.2.19). */
export function xmlText(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(CONTROL, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** What XML 1.0 cannot hold, and the return, which parsers turn into a line feed. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
