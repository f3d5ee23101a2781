import { neutralise } from '../neutralise.ts';

/** The longest text that the page shows at one place; a brief has at most this much. */
const LONGEST = 20_000;

/** Text of a delivery as the page shows it: line ends stay, control characters and bidirectional controls become visible escapes. */
export function shown(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return cut
    .toWellFormed()
    .split(/\r\n|[\r\n]/)
    .map(neutralise)
    .join('\n');
}
