import type { ContentType, Json, ReadFailure, ReadResult } from '@preflag/core';
import { readsOf } from '../content-type/index.ts';
import type { Data } from '../data/index.ts';
import { readData } from '../data/index.ts';
import type { Document } from '../document/index.ts';
import { readDocument } from '../document/index.ts';
import { guessLanguage, sampleOf } from '../language/text-language.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import { alignData } from './align-data.ts';
import { alignDocuments } from './align-documents.ts';
import type { Languages } from './bitext-model.ts';
import type { Bitext } from './model.ts';

/** A file that was already read, or one to read. */
export type BitextSide<M> = M | (FileSource & { readonly type: ContentType });

export interface BitextFiles {
  readonly source: BitextSide<Document | Data>;
  /** The translation. */
  readonly target: BitextSide<Document | Data>;
  readonly languages?: Languages;
  /** What the paths of the files say, for what `languages` does not. */
  readonly named?: Languages;
}

/** Reads what is not read yet and aligns it: document with document of any formats, json with json. Never throws. */
export async function readBitext(
  { source, target, languages = {}, named = {} }: BitextFiles,
  options: ReadOptions,
): Promise<ReadResult<Bitext>> {
  const from = await readSide(source, options);
  if (!from.ok) return { ok: false, failure: ofFile(source.file, from.failure) };
  const to = await readSide(target, options);
  if (!to.ok) return to;
  const partial = [...(from.partial ?? []).map((failure) => ofFile(source.file, failure)), ...(to.partial ?? [])];
  const model = align(from.model, to.model, {
    source: languages.source ?? named.source ?? languageOf(from.model),
    target: languages.target ?? named.target,
  });
  if (!model)
    return {
      ok: false,
      failure: {
        kind: 'unsupported',
        text: `A ${from.model.kind} cannot be aligned with a ${to.model.kind}: deliver the same kind of file as ${source.file}.`,
      },
    };
  return { ok: true, model, ...(partial.length > 0 && { partial }) };
}

async function readSide(side: BitextSide<Document | Data>, options: ReadOptions): Promise<ReadResult<Document | Data>> {
  if ('kind' in side) return { ok: true, model: side };
  return readsOf(side.type) === 'data' ? readData(side, options) : readDocument(side, side.type, options);
}

function align(source: Document | Data, target: Document | Data, languages: Languages): Bitext | undefined {
  if (source.kind === 'document' && target.kind === 'document') return alignDocuments(source, target, languages);
  return source.kind === 'data' && target.kind === 'data' ? alignData(source, target, languages) : undefined;
}

/** Many rules compare in two languages, and jobs name that of the translation. */
function languageOf(source: Document | Data): string | undefined {
  if (source.kind === 'document') return source.language ?? guessLanguage(sampleOf(source.blocks));
  return guessLanguage(textsOf(source.value).join('\n'));
}

const MOST_TEXTS = 1000;

/** The first texts of json, in its order. */
function textsOf(value: Json, into: string[] = [], depth = 0): readonly string[] {
  if (into.length >= MOST_TEXTS || depth > DEEPEST) return into;
  if (typeof value === 'string') into.push(value);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) textsOf(item, into, depth + 1);
  return into;
}

const DEEPEST = 50;

/** The places of a failure belong to the other file and are left out. */
function ofFile(file: string, { place: _, text, ...failure }: ReadFailure): ReadFailure {
  return { ...failure, text: `The source ${file} was not read in full. ${text}` };
}
