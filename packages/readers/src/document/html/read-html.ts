import { open } from 'node:fs/promises';
import type { Limits, ReadFailure, ReadResult } from '@preflag/core';
import { formatLimit } from '@preflag/core';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { limitError } from '../../archive/index.ts';
import type { FileSource, ReadOptions } from '../../source.ts';
import { readText } from '../../text/index.ts';
import { createDocument } from '../document-model.ts';
import type { Document } from '../model.ts';
import { TextLocator } from '../text-locator.ts';
import { attributeOf, find, isElement } from './html-tree.ts';
import { HtmlBlocks } from './html-blocks.ts';

/**
 * Reads an html page as a reader sees it: without scripts, styles and what is hidden.
 * @throws ReadError `limit`, `encoding`; the file system's error when the file is gone
 */
export async function readHtml(source: FileSource, options: ReadOptions): Promise<ReadResult<Document>> {
  const { limits } = options;
  const { text } = await readText(source, { ...options, encoding: await declaredEncoding(source, options) });
  const tree = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter: boundedAdapter(limits) });
  const html = tree.childNodes.find((node) => isElement(node));
  const walk = new HtmlBlocks(text, limits.blocks, limits.xmlDepth);
  if (html) walk.read(html);
  const language = html && attributeOf(html, 'lang')?.trim();
  const model = createDocument({
    file: source.file,
    format: 'html',
    root: walk.root,
    blocks: walk.blocks,
    language: language === '' ? undefined : language,
    parts: { ...walk.parts, comments: [], properties: propertiesOf(tree) },
    locator: new TextLocator(text, walk.blocks, walk.sources),
  });
  const partial: ReadFailure[] = [
    ...(walk.isCut ? [limitFailure('blocks', `Only the first ${formatLimit('blocks', limits.blocks)} text blocks were read.`)] : []),
    ...(walk.isTooDeep
      ? [
          limitFailure(
            'xmlDepth',
            `Elements are nested deeper than ${formatLimit('xmlDepth', limits.xmlDepth)}; what is inside was not read.`,
          ),
        ]
      : []),
  ];
  return { ok: true, model, ...(partial.length > 0 && { partial }) };
}

/** Far beyond what is read: parsing takes time by the square of the elements that are open. */
const MOST_OPEN = 8;

/** Gives up where very many elements are open. @throws ReadError `limit` for `xmlDepth`, from within the parser */
function boundedAdapter(limits: Limits): typeof defaultTreeAdapter {
  let open = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      open += 1;
      if (open > limits.xmlDepth * MOST_OPEN) throw limitError('xmlDepth', limits, 'The nesting of elements');
    },
    onItemPop() {
      open -= 1;
    },
  };
}

function limitFailure(limit: 'blocks' | 'xmlDepth', text: string): ReadFailure {
  return { kind: 'limit', limit, text };
}

const HEAD_BYTES = 1024;

/** For pages that are no UTF-8: what the caller declares, or the page itself; else windows-1252, as browsers do (HTML, 13.2.3.2). */
async function declaredEncoding({ path }: FileSource, { encoding }: ReadOptions): Promise<string> {
  if (encoding !== undefined) return encoding;
  await using handle = await open(path);
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head.toString('latin1', 0, bytesRead))?.[1] ?? 'windows-1252';
}

function propertiesOf(tree: DefaultTreeAdapterTypes.Document): {
  readonly title?: string;
  readonly author?: string;
  readonly application?: string;
} {
  const title = find(tree, 'title')
    ?.childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('')
    .trim();
  const metas = new Map<string, string>();
  const head = find(tree, 'head');
  for (const node of head?.childNodes ?? [])
    if (isElement(node) && node.tagName === 'meta')
      metas.set((attributeOf(node, 'name') ?? '').toLowerCase(), attributeOf(node, 'content')?.trim() ?? '');
  const [author, application] = ['author', 'generator'].map((name) => metas.get(name));
  return { ...(title && { title }), ...(author && { author }), ...(application && { application }) };
}
