/** The entry of a reading worker: one file to text, under `node --permission`, killed by its parent when it must be. */
import { type ContentType, messageOf, type Reads } from '@preflag/core';
import { detectType, type Document, readsOf, readTarget, TYPE_TABLE, type Workbook } from '@preflag/readers';
import { serve } from '@preflag/supervisor/child';
import { renderDocument } from './render-document.ts';
import type { RenderAnswer, RenderRequest } from './render-file.ts';
import { renderWorkbook } from './render-workbook.ts';

serve<RenderRequest>(async (question, _body, reply) => {
  const answer = await render(question).catch((error: unknown) => refuse(messageOf(error)));
  const { text, ...header } = answer;
  reply(header satisfies RenderAnswer, Buffer.from(text));
});

const TEXTS: ReadonlySet<ContentType> = new Set(['csv', 'tsv', 'markdown', 'text', 'html', 'json', 'xml']);

type Rendered = RenderAnswer & { readonly text: string };

async function render({ file, path, sheet }: RenderRequest): Promise<Rendered> {
  const type = await detectType(path, file);
  const wanted = new Set<Reads>(['workbook', 'document']);
  const { target, failures } = await readTarget({ file: { file, path }, type, job: null, deliverable: null, wanted });
  const [model] = target.models.values();
  const notes = failures.map(({ text }) => `[${text}]`);
  if (model?.kind === 'workbook') return shown([...notes, renderWorkbook(model as Workbook, sheet)]);
  if (sheet !== undefined && failures.length === 0) return refuse(`'${file}' is ${TYPE_TABLE[type].words}: it has no sheets.`);
  if (model?.kind === 'document') return shown([...notes, renderDocument(model as Document)]);
  if (TEXTS.has(type) || readsOf(type) === 'bitext')
    return refuse(`The text of '${file}' is not UTF-8: give its encoding, such as windows-1252.`);
  return refuse(`'${file}' cannot be shown as text: it is ${TYPE_TABLE[type].words}. ${notes.join(' ')}`.trim());
}

function shown(parts: readonly string[]): Rendered {
  return { ok: true, reason: '', text: parts.join('\n') };
}

function refuse(reason: string): Rendered {
  return { ok: false, reason, text: '' };
}
