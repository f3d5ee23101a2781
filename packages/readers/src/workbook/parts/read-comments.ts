import { parseRange } from '@preflag/core';
import type { Archive } from '../../archive/archive.ts';
import type { XmlPart } from '../../xml/parse-xml.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import type { PartsDraft } from '../store/parts-draft.ts';
import { unescapeText } from './unescape-text.ts';

/** Programs that know no threads see a comment of an author of this form in the place of one. */
const STANDS_FOR_THREAD = 'tc={';
const LONGEST_TEXT = 1 << 15;

/** Reads the comments of a sheet (ECMA-376-1, 18.7). @throws ReadError when the part is damaged */
export async function readComments(archive: Archive, part: XmlPart, draft: PartsDraft): Promise<void> {
  const authors: string[] = [];
  let open: { readonly row: number; readonly column: number; readonly author: number; text: string } | undefined;
  let target: 'author' | 'text' | undefined;
  let phonetic = 0;
  parseXml(
    await archive.read(part.part),
    {
      open(element) {
        target = undefined;
        if (element.local === 'author') {
          authors.push('');
          target = 'author';
        } else if (element.local === 'comment') {
          const at = parseRange(element.attribute('ref') ?? '');
          open = at && { row: at.top, column: at.left, author: Number(element.attribute('authorId') ?? 0), text: '' };
        } else if (element.local === 'rPh') phonetic++;
        else if (element.local === 't' && phonetic === 0) target = 'text';
      },
      text(piece) {
        if (target === 'author') authors[authors.length - 1] += piece;
        else if (target === 'text' && open && open.text.length < LONGEST_TEXT) open.text += piece;
      },
      close({ local }) {
        target = undefined;
        if (local === 'rPh') phonetic--;
        if (local !== 'comment' || !open) return;
        const { row, column, text } = open;
        const author = authors[open.author];
        draft.add(draft.comments, { row, column, text: unescapeText(text), threaded: false, ...(author && { author }) });
        open = undefined;
      },
    },
    part,
  );
}

/** Reads threads ([MS-XLSX] 2.6.203); what stands for them among the comments goes. @throws ReadError when the part is damaged */
export async function readThreadedComments(
  archive: Archive,
  part: XmlPart,
  draft: PartsDraft,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  let open: { readonly row: number; readonly column: number; readonly author: string | undefined; text: string } | undefined;
  const before = draft.comments.length;
  let isText = false;
  parseXml(
    await archive.read(part.part),
    {
      open(element) {
        isText = element.local === 'text';
        if (element.local !== 'threadedComment') return;
        const at = parseRange(element.attribute('ref') ?? '');
        open = at && { row: at.top, column: at.left, author: people.get(element.attribute('personId') ?? ''), text: '' };
      },
      text(piece) {
        if (isText && open && open.text.length < LONGEST_TEXT) open.text += piece;
      },
      close({ local }) {
        isText = false;
        if (local !== 'threadedComment' || !open) return;
        const { row, column, text, author } = open;
        draft.add(draft.comments, { row, column, text, threaded: true, ...(author && { author }) });
        open = undefined;
      },
    },
    part,
  );
  const places = new Set(draft.comments.slice(before).map(({ row, column }) => `${row} ${column}`));
  const kept = draft.comments.filter(
    ({ row, column, threaded, author }) => threaded || !author?.startsWith(STANDS_FOR_THREAD) || !places.has(`${row} ${column}`),
  );
  draft.comments.splice(0, draft.comments.length, ...kept);
}

/** The names of people by their ids ([MS-XLSX] 2.6.204). @throws ReadError when the part is damaged */
export async function readPeople(archive: Archive, part: XmlPart): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>();
  parseXml(
    await archive.read(part.part),
    {
      open(element) {
        if (element.local === 'person') people.set(element.attribute('id') ?? '', element.attribute('displayName') ?? '');
      },
    },
    part,
  );
  return people;
}
