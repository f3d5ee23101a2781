import type { FileHandle } from 'node:fs/promises';
import { extname } from 'node:path/posix';
import type { ContentType } from '@preflag/core';
import { localisationType } from './localisation-type.ts';

/** Kinds of text that look alike, by extension. */
const BY_EXTENSION: Readonly<Record<string, ContentType>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdown': 'markdown',
  '.mkd': 'markdown',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
};

/** Text for programs, which is no document. */
const NOT_FOR_READERS: ReadonlySet<string> = new Set(
  `bash bat c cc cfg cjs conf cpp cs css diff env go h hpp ini ipynb java js jsonl jsx kt less lock log lua mjs ndjson patch php pl ps1 py r rb rs
  scala scss sh sql swift toml ts tsx vb yaml yml zsh`
    .split(/\s+/)
    .map((extension) => `.${extension}`),
);

/** Whole texts up to this size are parsed to tell whether they are json under another name. */
const MOST_JSON_BYTES = 1 << 20;

/** The type of what is no known container: a kind of text by its shape, then by the name; `other` for binary. */
export async function textType(handle: FileHandle, size: number, head: Buffer, name: string): Promise<ContentType> {
  const text = textOf(head);
  if (text === undefined) return 'other';
  const start = text.trimStart();
  if (start === '' && size <= head.length) return 'empty';
  const extension = extname(name).toLowerCase();
  const localisation = NOT_FOR_READERS.has(extension) ? undefined : localisationType(start, extension);
  if (localisation) return localisation;
  const markup = markupType(start, extension);
  if (markup) return markup;
  if (['.json', '.geojson', '.arb'].includes(extension)) return /^(?:[[{"\d-]|(?:true|false|null)\b)/.test(start) ? 'json' : 'text';
  const known = BY_EXTENSION[extension];
  if (known === 'csv' || known === 'tsv') return known;
  if (size <= MOST_JSON_BYTES && /^[[{]/.test(start) && !NOT_FOR_READERS.has(extension) && (await isJson(handle, size))) return 'json';
  return known ?? (NOT_FOR_READERS.has(extension) ? 'other' : 'text');
}

/** The text at the start of a file, letters of old encodings replaced; `undefined` when it is binary. */
function textOf(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  const encoding = utf16Without(head);
  if (encoding) return new TextDecoder(encoding).decode(head);
  const controls = head.reduce((count, byte) => count + Number(CONTROLS.has(byte)), 0);
  return head.includes(0) || controls * 100 > head.length ? undefined : new TextDecoder('utf-8').decode(head);
}

/** What no text holds: the C0 controls but tab, line ends, form feed, substitute and escape. */
const CONTROLS: ReadonlySet<number> = new Set(
  Array.from({ length: 32 }, (_, code) => code).filter((code) => ![9, 10, 11, 12, 13, 26, 27].includes(code)),
);

/** UTF-16 without a byte order mark: every other byte of Latin text is 0. */
function utf16Without(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const nuls = [0, 0];
  const sample = head.subarray(0, 512);
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const half = sample.length / 2;
  const [even = 0, odd = 0] = nuls;
  if (sample.length >= 4 && odd > half * 0.7 && even === 0) return 'utf-16le';
  return sample.length >= 4 && even > half * 0.7 && odd === 0 ? 'utf-16be' : undefined;
}

function markupType(start: string, extension: string): ContentType | undefined {
  const isXml = /^<\?xml\b/i.test(start);
  const root = start.replace(/^(?:\s+|<\?.*?\?>|<!--.*?-->)*/s, '');
  if (/^<!doctype\s+html\b|^<(?:html|head|body)(?=[\s>])/i.test(root)) return 'html';
  if (/^(?:<!doctype\s+svg\b|<(?:\w+:)?svg(?=[\s>]))/i.test(root)) return 'image';
  if (/^<(?:\w+:)?document\s[^>]{0,8000}mimetype="application\/vnd\.oasis\.opendocument\.text"/.test(root)) return 'odt';
  if (isXml) return 'xml';
  if (/^\.(?:html?|xhtml)$/.test(extension)) return /<[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i.test(start) ? 'html' : undefined;
  const isOpenToProse = extension === '' || extension in BY_EXTENSION || extension === '.txt';
  return !isOpenToProse && !NOT_FOR_READERS.has(extension) && /^<[a-z_][\w:.-]*(?:\s[^<>]*)?\/?>/i.test(root) ? 'xml' : undefined;
}

async function isJson(handle: FileHandle, size: number): Promise<boolean> {
  const bytes = Buffer.alloc(size);
  await handle.read(bytes, 0, size, 0);
  try {
    JSON.parse(new TextDecoder('utf-8').decode(bytes));
    return true;
  } catch {
    return false;
  }
}
