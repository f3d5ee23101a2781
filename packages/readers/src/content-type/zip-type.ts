import type { ContentType } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import type { Archive } from '../archive/index.ts';
import { openArchive } from '../archive/index.ts';
import { parseXml, readRelationships } from '../xml/index.ts';

const LIMITS = { ...DEFAULT_LIMITS, partBytes: 1 << 20 };

/** The type of a zip file by its main part; of a damaged one by the names in its first bytes. */
export async function zipType(path: string, head: Buffer): Promise<ContentType> {
  const opened = await openArchive(path, LIMITS);
  if (!opened.ok) return storedMediaType(head) ?? typeOfNames(localNames(head));
  await using archive = opened.archive;
  try {
    return (await openDocumentType(archive)) ?? (await mainPartType(archive)) ?? typeOfNames(archive.entries.keys());
  } catch {
    return typeOfNames(archive.entries.keys());
  }
}

/** OpenDocument 1.3, part 2, 3.3: the first entry is the media type. */
async function openDocumentType(archive: Archive): Promise<ContentType | undefined> {
  if (!archive.has('mimetype')) return undefined;
  return ofMediaType((await archive.read('mimetype')).toString('latin1').trim()) ?? 'zip';
}

/** It is stored as it is, right behind its name, so that it can be read where the directory is lost. */
function storedMediaType(head: Buffer): ContentType | undefined {
  const [, type] = /^PK\u0003\u0004[^]{26}mimetype(application\/[a-z.-]{1,100})/.exec(head.toString('latin1', 0, 200)) ?? [];
  return type === undefined ? undefined : ofMediaType(type);
}

function ofMediaType(type: string): ContentType | undefined {
  if (type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  return type.startsWith('application/vnd.oasis.opendocument.text') ? 'odt' : undefined;
}

const MAIN_PARTS: readonly (readonly [pattern: RegExp, type: ContentType])[] = [
  [/^application\/vnd\.ms-excel\.sheet\.binary\./i, 'xlsb'],
  [/spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main/i, 'xlsx'],
  [/wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main/i, 'docx'],
  [/presentationml\.\w+\.main|ms-powerpoint\.\w+\.macroEnabled\.main/i, 'pptx'],
];

/** The content type of the part that the package's relationships name as its document (ECMA-376-2, 6.2.3). */
async function mainPartType(archive: Archive): Promise<ContentType | undefined> {
  const types = '[Content_Types].xml';
  if (!archive.has(types)) return undefined;
  const main = [...(await readRelationships(archive, '', LIMITS)).values()].find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) return undefined;
  const extension = main.split('.').at(-1)?.toLowerCase();
  const found: { override?: string | undefined; byDefault?: string | undefined } = {};
  parseXml(
    await archive.read(types),
    {
      open(element) {
        const value = element.attribute('ContentType');
        if (element.attribute('PartName')?.toLowerCase() === `/${main.toLowerCase()}`) found.override = value;
        if (element.attribute('Extension')?.toLowerCase() === extension) found.byDefault = value;
      },
    },
    { part: types, limits: LIMITS },
  );
  const contentType = found.override ?? found.byDefault ?? '';
  return MAIN_PARTS.find(([pattern]) => pattern.test(contentType))?.[1];
}

function typeOfNames(names: Iterable<string>): ContentType {
  for (const name of names) {
    const key = name.toLowerCase();
    if (key === 'word/document.xml') return 'docx';
    if (key === 'xl/workbook.xml') return 'xlsx';
    if (key === 'xl/workbook.bin') return 'xlsb';
    if (key === 'ppt/presentation.xml') return 'pptx';
  }
  return 'zip';
}

/** Names in the local headers (PKWARE APPNOTE 4.3.7) of a package whose directory is lost. */
function localNames(head: Buffer): string[] {
  const names: string[] = [];
  for (
    let at = head.indexOf('PK\u0003\u0004', 0, 'latin1');
    at >= 0 && at + 30 <= head.length;
    at = head.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    names.push(head.toString('utf8', at + 30, Math.min(head.length, at + 30 + head.readUInt16LE(at + 26))));
  }
  return names;
}
