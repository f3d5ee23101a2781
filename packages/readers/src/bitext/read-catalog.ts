import type { ContentType, ReadFailure, ReadResult } from '@preflag/core';
import { ReadError, toFailure } from '../archive/index.ts';
import { readData } from '../data/index.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import { LineIndex, readText } from '../text/index.ts';
import type { Languages } from './bitext-model.ts';
import { bitextOfCatalog } from './bitext-of-catalog.ts';
import type { Catalog } from './catalog.ts';
import type { Bitext } from './model.ts';

/** Reads the file of one language, or of several, of an application; and the file that it was translated from, where that is another one. */
export interface CatalogFiles {
  readonly target: FileSource & { readonly type: ContentType };
  readonly source?: FileSource & { readonly type: ContentType };
  readonly languages?: Languages;
  /** What the paths of the files say, for what neither `languages` nor the files do. */
  readonly named?: Languages;
}

/**
 * Makes the segments of a localisation file. Without `source` those of a format that holds both sides have both, others targets only.
 * Never throws: what was read before an error is kept, and the error is in `partial`.
 */
export async function readCatalogs(
  { target, source, languages = {}, named }: CatalogFiles,
  options: ReadOptions,
): Promise<ReadResult<Bitext>> {
  const to = await readCatalog(target, options, languages);
  if (!to.ok) return to;
  // Where a translation was asked for, a template is one in which everything is missing.
  if (to.model.isTemplate && languages.target === undefined)
    return { ok: false, failure: { kind: 'unsupported', text: 'It is a template without translations, so there is nothing to compare.' } };
  const from = source && (await readCatalog(source, options, languages));
  if (from && !from.ok) return { ok: false, failure: ofSource(source.file, from.failure) };
  if (from && source.type !== target.type)
    return {
      ok: false,
      failure: {
        kind: 'unsupported',
        text: `Files of the types ${target.type} and ${source.type} are not compared: give the source as ${target.type}.`,
      },
    };
  const partial = [...(to.partial ?? []), ...(from?.partial ?? []).map((failure) => ofSource(source?.file ?? '', failure))];
  return { ok: true, model: bitextOfCatalog(to.model, from?.model, languages, named), ...(partial.length > 0 && { partial }) };
}

async function readCatalog(
  file: FileSource & { readonly type: ContentType },
  options: ReadOptions,
  languages: Languages,
): Promise<{ ok: true; model: Catalog; partial?: readonly ReadFailure[] } | { ok: false; failure: ReadFailure }> {
  try {
    const { catalog, failure } = await parse(file, options, languages);
    if (failure && catalog.entries.length === 0) return { ok: false, failure };
    return { ok: true, model: catalog, ...(failure && { partial: [failure] }) };
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

async function parse(
  file: FileSource & { readonly type: ContentType },
  options: ReadOptions,
  languages: Languages,
): Promise<{ catalog: Catalog; failure?: ReadFailure }> {
  switch (file.type) {
    case 'xliff':
      return (await import('./formats/read-xliff.ts')).readXliff(file, options);
    case 'tmx':
      return (await import('./formats/read-tmx.ts')).readTmx(file, options, languages);
    case 'android-strings':
      return (await import('./formats/read-android.ts')).readAndroid(file, options);
    case 'xcstrings': {
      const data = await readData(file, options);
      if (!data.ok) throw new ReadError(data.failure);
      const [failure] = data.partial ?? [];
      return { catalog: (await import('./formats/xcstrings.ts')).readXcstrings(data.model, languages.target), ...(failure && { failure }) };
    }
    default:
      return { catalog: await parseText(file, options) };
  }
}

async function parseText(file: FileSource & { readonly type: ContentType }, options: ReadOptions): Promise<Catalog> {
  if (file.type === 'ios-strings') await (await import('./formats/refuse-compiled.ts')).refuseCompiled(file);
  // Java took properties for Latin-1 until version 9.
  const encoding = options.encoding ?? (file.type === 'properties' ? 'iso-8859-1' : undefined);
  const { text } = await readText(file, { ...options, ...(encoding !== undefined && { encoding }) });
  const lines = new LineIndex(text);
  switch (file.type) {
    case 'po':
      return (await import('./formats/po.ts')).readPo(file.file, text, lines);
    case 'properties':
      return (await import('./formats/properties.ts')).readProperties(file.file, text, lines);
    case 'ios-strings':
      return (await import('./formats/ios-strings.ts')).readIosStrings(file.file, text, lines);
    case 'srt':
    case 'vtt':
      return (await import('./formats/subtitles.ts')).readSubtitles(file.file, file.type, text, lines);
    default:
      throw new ReadError({ kind: 'unsupported', text: `A file of the type ${file.type} is not read as a translation.` });
  }
}

/** The places of a failure belong to the other file and are left out. */
function ofSource(file: string, { place: _, text, ...failure }: ReadFailure): ReadFailure {
  return { ...failure, text: `The source ${file} was not read in full. ${text}` };
}
