import { PICTURE, partsOfCaption, type RichBlock, type RichDocument, type RichItem, type RichText } from './rich-document.ts';

const STYLES = [
  '{\\ql Normal;}',
  ...[1, 2, 3, 4, 5, 6].map((level) => `{\\s${level}\\outlinelevel${level - 1} heading ${level};}`),
  '{\\s11 caption;}',
  '{\\s12 Quote;}',
  '{\\s13 HTML Preformatted;}',
  '{\\s14 footnote text;}',
  ...[1, 2, 3].map((level) => `{\\s2${level} toc ${level};}`),
].join('');
const LISTS = `{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc23{\\leveltext\\'01\\u8226 ?;}}\\listid1}{\\list\\listtemplateid2{\\listlevel\\levelnfc0{\\leveltext\\'02\\'00.;}}\\listid2}}{\\*\\listoverridetable{\\listoverride\\listid1\\ls1}{\\listoverride\\listid2\\ls2}}`;

/**
 * Writes a rich text with the styles and constructs of Word.
 * @param more what follows, as it stands in the file
 */
export function writeRtf({ blocks, notes, title, author }: RichDocument, more = ''): Uint8Array {
  const info = [
    title === undefined ? '' : `{\\title ${escapeRtf(title)}}`,
    author === undefined ? '' : `{\\author ${escapeRtf(author)}}`,
  ].join('');
  const head = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fmodern Courier New;}}{\\stylesheet${STYLES}}${LISTS}${info === '' ? '' : `{\\info${info}}`}`;
  // Rows that follow each other are one table.
  const text = blocks
    .map((block, at) => `${block.kind === 'table' && blocks[at - 1]?.kind === 'table' ? '\\pard\\par\n' : ''}${blockOf(block, notes)}`)
    .join('\n');
  return new TextEncoder().encode(`${head}\n${text}\n${more}}`);
}

function blockOf(block: RichBlock, notes: RichDocument['notes']): string {
  switch (block.kind) {
    case 'heading':
      return `\\pard\\plain\\s${block.depth}\\outlinelevel${block.depth - 1} ${bookmarked(block.anchor, inline(block.texts, notes))}\\par`;
    case 'item':
      return itemOf(block, notes);
    case 'table':
      return block.rows.map((cells, row) => rowOf(cells, row, notes)).join('\n');
    case 'contents':
      return contentsOf(block.entries);
    case 'pageBreak':
      return '\\page';
    case 'caption':
      return `\\pard\\plain\\s11 ${captionOf(block, notes)}\\par`;
    case 'paragraph':
      break;
  }
  const style = block.look === 'quote' ? '\\s12' : block.look === 'code' ? '\\s13\\f1' : '';
  return `\\pard\\plain${style} ${inline(block.texts, notes)}\\par`;
}

function bookmarked(anchor: string, text: string): string {
  if (anchor === '') return text;
  return `{\\*\\bkmkstart ${escapeRtf(anchor)}}${text}{\\*\\bkmkend ${escapeRtf(anchor)}}`;
}

function itemOf({ texts, level, number }: RichItem, notes: RichDocument['notes']): string {
  const label = number === undefined ? "\\'95" : `${number}.`;
  const inner = level === 0 ? '' : `\\ilvl${level}`;
  return `\\pard\\plain{\\listtext${label === "\\'95" ? label : ` ${label}`}\\tab}\\ls${number === undefined ? 1 : 2}${inner} ${inline(texts, notes)}\\par`;
}

function rowOf(cells: readonly (readonly RichText[])[], row: number, notes: RichDocument['notes']): string {
  const edges = cells.map((_, at) => `\\cellx${(at + 1) * 2000}`).join('');
  return `\\trowd${row === 0 ? '\\trhdr' : ''}${edges}${cells.map((texts) => `\\pard\\plain\\intbl ${inline(texts, notes)}\\cell`).join('')}\\row`;
}

function captionOf({ texts, of }: Extract<RichBlock, { kind: 'caption' }>, notes: RichDocument['notes']): string {
  const parts = partsOfCaption(texts);
  if (!parts) return inline(texts, notes);
  return `${escapeRtf(parts.name)} ${field(`SEQ ${of} \\\\* ARABIC`, parts.number)}${inline(parts.rest, notes)}`;
}

/** One field around all lines, each with a link of its own to the heading. */
function contentsOf(entries: Extract<RichBlock, { kind: 'contents' }>['entries']): string {
  const lines = entries.map(
    ({ level, text, anchor }, at) =>
      `\\pard\\plain\\s2${Math.min(level, 3)} ${field(`HYPERLINK \\\\l "${escapeRtf(anchor)}"`, `${escapeRtf(text)}\\tab ${at + 1}`)}\\par`,
  );
  return `{\\field{\\*\\fldinst TOC \\\\o "1-3" \\\\h}{\\fldrslt ${lines.join('\n')}}}`;
}

function field(code: string, result: string): string {
  return `{\\field{\\*\\fldinst ${code}}{\\fldrslt ${result}}}`;
}

function inline(texts: readonly RichText[], notes: RichDocument['notes']): string {
  return texts.map((one) => spanOf(one, notes)).join('');
}

function spanOf({ text, isBold, isItalic, isCode, link, note, image }: RichText, notes: RichDocument['notes']): string {
  if (note !== undefined) return `{\\super\\chftn}{\\footnote\\pard\\s14 {\\super\\chftn} ${inline(notes.get(note) ?? [], notes)}}`;
  const words = `${isBold ? '\\b' : ''}${isItalic ? '\\i' : ''}${isCode ? '\\f1' : ''}`;
  const shown = image ? pictureOf(image.alt) : escapeRtf(text);
  const formatted = words === '' ? shown : `{${words} ${shown}}`;
  if (link === undefined) return formatted;
  const target = link.startsWith('#') ? `\\\\l "${escapeRtf(link.slice(1))}"` : `"${escapeRtf(link)}"`;
  return field(`HYPERLINK ${target}`, formatted);
}

function pictureOf(alt: string | undefined): string {
  const said = alt === undefined ? '' : `{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv ${escapeRtf(alt)}}}}`;
  const hex = Array.from(PICTURE, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `{\\*\\shppict{\\pict${said}\\pngblip\\picw100\\pich75\\picwgoal4536\\pichgoal3402 ${hex}}}`;
}

/** Signs of the format with a backslash, and what is not ASCII by its number. */
function escapeRtf(text: string): string {
  return text
    .replaceAll(/[\\{}]/g, String.raw`\$&`)
    .replaceAll('\t', '\\tab ')
    .replaceAll('\n', '\\line ')
    .replaceAll(/[^\u0020-\u007E]/g, (unit) => String.raw`\u${((unit.charCodeAt(0) + 0x8000) % 0x10000) - 0x8000}?`);
}
