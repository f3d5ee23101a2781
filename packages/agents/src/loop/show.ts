/** Control and format characters: they move the cursor, colour the terminal, or turn the direction of a text. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** A text of the model for one line of a log. */
export function oneLine(text: string, characters: number): string {
  const line = text
    .slice(0, 4 * characters)
    .replaceAll(UNSEEN, ' ')
    .trim()
    .toWellFormed();
  return line.length > characters ? `${line.slice(0, characters - 1)}…` : line;
}

/** At most so many characters: the beginning and the end, and between them how many are left out. */
export function cut(text: string, characters: number): string {
  if (text.length <= characters) return text.toWellFormed();
  const half = Math.floor(characters / 2);
  const left = text.length - 2 * half;
  return `${text.slice(0, half)}\n[… ${left.toLocaleString('en-US')} characters left out …]\n${text.slice(-half)}`.toWellFormed();
}

export function showBytes(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
