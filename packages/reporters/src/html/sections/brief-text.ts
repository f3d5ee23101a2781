import { html, type Html } from '../html.ts';

/** `**bold**`, `code`, and `*stress*` where the stars stand around words: `2 * 3 * 4` and `2*3*4` have none. */
const INLINE = /\*\*(?<strong>[^*\n]+)\*\*|`(?<code>[^`\n]+)`|(?<=^|[\s(])\*(?!\s)(?<em>[^*\n]+)(?<!\s)\*(?=$|[\s.,;:!?)])/g;

/** A brief with its headings, stress and code set as such; line ends stay, and all else is shown as it was written. */
export function briefText(brief: string): readonly Html[] {
  return brief
    .trim()
    .split(/\r\n|[\r\n]/)
    .map((line, index) => html`${index > 0 ? '\n' : ''}${lineOf(line)}`);
}

function lineOf(line: string): readonly Html[] {
  const heading = /^#{1,6} (?<text>.*)$/.exec(line)?.groups?.['text'];
  return heading === undefined ? inline(line) : [html`<strong>${inline(heading)}</strong>`];
}

function inline(line: string): readonly Html[] {
  const parts: Html[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    const { strong, code, em } = match.groups ?? {};
    parts.push(html`${line.slice(end, match.index)}`);
    if (strong !== undefined) parts.push(html`<strong>${strong}</strong>`);
    else if (code !== undefined) parts.push(html`<code>${code}</code>`);
    else if (em !== undefined) parts.push(html`<em>${em}</em>`);
    end = match.index + match[0].length;
  }
  return [...parts, html`${line.slice(end)}`];
}
