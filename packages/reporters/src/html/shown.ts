import { neutralise } from '../neutralise.ts';

/** The most that is told of a text of a finding that has no limit of its own, such as its message. */
export const LONGEST = 1_000;

/** The longest text that the page shows at all; a brief has at most this much. */
const LONGEST_AT_ALL = 20_000;

/** Text of a delivery as the page shows it: line ends stay, control characters and bidirectional controls become visible escapes. */
export function shown(text: string): string {
  const cut = text.length > LONGEST_AT_ALL ? `${text.slice(0, LONGEST_AT_ALL)}…` : text;
  return cut
    .toWellFormed()
    .split(/\r\n|[\r\n]/)
    .map(neutralise)
    .join('\n');
}
