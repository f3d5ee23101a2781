import type { Limits } from '@preflag/core';
import { parseXml } from '../../xml/index.ts';

/** A comment on a slide, or an answer to one. */
export interface SlideComment {
  readonly author?: string;
  readonly text: string;
  readonly isResolved: boolean;
}

/** The names of authors by their ids, of comments old (ECMA-376-1, 19.4) and new ([MS-PPTX] 2.6). @throws ReadError */
export function parseAuthors(bytes: Buffer, part: string, limits: Limits): ReadonlyMap<string, string> {
  const authors = new Map<string, string>();
  parseXml(
    bytes,
    {
      open(element) {
        const [id, name] = [element.attribute('id'), element.attribute('name')];
        if (id !== undefined && name !== undefined) authors.set(id, name);
      },
    },
    { part, limits },
  );
  return authors;
}

/** @throws ReadError */
export function parseComments(bytes: Buffer, authors: ReadonlyMap<string, string>, part: string, limits: Limits): readonly SlideComment[] {
  const comments: { author?: string; text: string; isResolved: boolean }[] = [];
  const open: { author?: string; text: string; isResolved: boolean }[] = [];
  let isText = false;
  parseXml(
    bytes,
    {
      open(element) {
        const { local } = element;
        if (local === 'cm' || local === 'reply') {
          const author = authors.get(element.attribute('authorId') ?? '');
          const isResolved = element.attribute('status') === 'resolved' || open.some((outer) => outer.isResolved);
          const comment = { ...(author !== undefined && { author }), text: '', isResolved };
          open.push(comment);
          comments.push(comment);
        }
        const comment = open.at(-1);
        if (comment && comment.text !== '' && local === 'p') comment.text += '\n';
        isText = local === 'text' || local === 't';
      },
      text(text) {
        const comment = open.at(-1);
        if (comment && isText) comment.text += text;
      },
      close({ local }) {
        isText = false;
        if (local === 'cm' || local === 'reply') open.pop();
      },
    },
    { part, limits },
  );
  return comments;
}
