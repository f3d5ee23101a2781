import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DEFAULT_LIMITS, type Limits, type ReadResult } from '@preflag/core';
import { readCatalogs } from '../src/bitext/index.ts';
import type { Bitext, Segment } from '../src/bitext/model.ts';
import { detectType } from '../src/content-type/index.ts';

/** A file of localisation, and the one that it was translated from. */
export interface CatalogCase {
  readonly name: string;
  readonly text: string | Uint8Array;
  readonly source?: { readonly name: string; readonly text: string };
  readonly languages?: { readonly source?: string; readonly target?: string };
  readonly limits?: Partial<Limits>;
}

/** Writes the files and reads them by the type that their bytes have. */
export async function readCatalogCase({ name, text, source, languages = {}, limits }: CatalogCase): Promise<ReadResult<Bitext>> {
  const folder = await mkdtemp(join(tmpdir(), 'preflag-catalog-'));
  const put = async (file: string, content: string | Uint8Array): Promise<Parameters<typeof readCatalogs>[0]['target']> => {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return { file, path, type: await detectType(path, file) };
  };
  const target = await put(name, text);
  const from = source && (await put(join('source', source.name), source.text));
  return readCatalogs({ target, ...(from && { source: from }), languages }, { limits: { ...DEFAULT_LIMITS, ...limits } });
}

/** What was read, a line for each thing: languages, problems, and segments with their lines. */
export async function shownCatalog(given: CatalogCase): Promise<string> {
  const result = await readCatalogCase(given);
  if (!result.ok) return `${result.failure.kind}: ${result.failure.text}`;
  const { model, partial = [] } = result;
  const { problems = [], duplicates = [], declared = [] } = model.catalog ?? {};
  const place = (at: Segment['sourceAt']): string =>
    at?.kind === 'text' ? String(at.start.line) : at?.kind === 'pointer' ? at.path : (at?.kind ?? '-');
  return [
    `${model.sourceLanguage ?? '?'} → ${model.targetLanguage ?? '?'}`,
    ...declared.map(({ side, language, by }) => `${side} ${language} by ${by}`),
    ...model.segments.map((segment) => shownSegment(segment, place)),
    ...problems.map(({ code, data, at }) => `problem ${place(at)}: ${code} ${JSON.stringify(data)}`),
    ...duplicates.map(({ id, at, firstAt }) => `twice ${place(at)}: ${id}, first ${place(firstAt)}`),
    ...partial.map(({ kind, text }) => `${kind}: ${text}`),
  ].join('\n');
}

function shownSegment(segment: Segment, place: (at: Segment['sourceAt']) => string): string {
  const { id, source, target, sourceAt, targetAt, role: _, sourceProse, targetProse, alignment, ...more } = segment;
  const extra = Object.entries(more).filter(([key]) => key !== 'hasPrintf' || more.hasPrintf === true);
  const hasCodes = sourceProse !== source || targetProse !== target;
  return [
    `[${id}] ${place(sourceAt)}:${JSON.stringify(source) ?? '-'} → ${place(targetAt)}:${JSON.stringify(target) ?? '-'}`,
    ...(alignment === 'exact' ? [] : [alignment]),
    ...extra.map(([key, value]) => `${key} ${JSON.stringify(value)}`),
    ...(hasCodes ? [`prose ${JSON.stringify(targetProse?.replaceAll('\uFFFC', '_'))}`] : []),
  ].join(' · ');
}
