import { visiblePieces, type Visible } from '../neutralise.ts';

/** The most that is told of a text of a finding that has no limit of its own, such as its message. */
export const LONGEST = 1_000;

const LINE_END: Visible = { text: '\n', isEscape: false };

/** The longest text that the page shows at all; a brief has at most this much. */
const LONGEST_AT_ALL = 20_000;

/** Text of a delivery as the page shows it: line ends stay, and what nobody sees becomes a visible escape. */
export function shown(text: string): string {
  return shownPieces(text)
    .map(({ text: piece }) => piece)
    .join('');
}

/** The same in pieces, for those who set the escapes apart. */
export function shownPieces(text: string): readonly Visible[] {
  const cut = text.length > LONGEST_AT_ALL ? `${text.slice(0, LONGEST_AT_ALL)}…` : text;
  return cut
    .toWellFormed()
    .split(/\r\n|[\r\n]/)
    .flatMap((line, index) => [...(index > 0 ? [LINE_END] : []), ...visiblePieces(line)]);
}
