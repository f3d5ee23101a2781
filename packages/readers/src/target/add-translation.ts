import { matchDeliverables, type NotChecked } from '@preflag/core';
import type { Languages } from '../bitext/index.ts';
import { languagesOfPaths } from '../bitext/languages-of-paths.ts';
import { detectType, isOwnSource } from '../content-type/index.ts';
import type { Data } from '../data/model.ts';
import type { Document } from '../document/model.ts';
import type { ReadOptions } from '../source.ts';
import type { Table } from '../table/model.ts';
import type { Workbook } from '../workbook/model.ts';
import type { TargetRequest } from './read-target.ts';
import { notCheckedBecause, settle, type Reading } from './reading.ts';

/** Reads a file as a translation: a document or json with its source, a table by its columns; without a `model`, a file of localisation. */
export async function addTranslation(
  request: TargetRequest,
  model: Workbook | Table | Document | Data | undefined,
  options: ReadOptions,
  reading: Reading,
): Promise<void> {
  if (!model) await addCatalog(request, options, reading);
  else if (model.kind === 'document' || model.kind === 'data') await addPair(request, model, options, reading);
  else await addColumns(request, model, options, reading);
}

async function addPair(request: TargetRequest, target: Document | Data, options: ReadOptions, reading: Reading): Promise<void> {
  const { source, job, deliverable } = request;
  if (!source) {
    reading.absent.set(
      'bitext',
      job && deliverable?.type !== 'translation'
        ? NOT_A_TRANSLATION
        : { code: 'no-source', text: 'There is no source text to compare with.' },
    );
    return;
  }
  const type = await detectType(source.path, source.file);
  const { readBitext } = await import('../bitext/index.ts');
  const languages = { languages: languagesOf(request), named: languagesOfPaths(source.path, request.file.path) };
  settle(await readBitext({ source: { ...source, type }, target, ...languages }, options), 'bitext', source.file, reading);
}

/** A file of localisation: with its source, or with targets only where it needs one and has none. */
async function addCatalog(request: TargetRequest, options: ReadOptions, reading: Reading): Promise<void> {
  const { file, type, source } = request;
  const isOwn = source?.path === file.path && isOwnSource(type, false);
  const other = source && !isOwn ? { ...source, type: await detectType(source.path, source.file) } : undefined;
  const { readCatalogs } = await import('../bitext/read-catalog.ts');
  const named = other ? languagesOfPaths(other.path, file.path) : {};
  const result = await readCatalogs(
    { target: { ...file, type }, ...(other && { source: other }), languages: languagesOf(request), named },
    options,
  );
  // A template is no failure: it has nothing to check.
  if (!result.ok && result.failure.kind === 'unsupported') reading.absent.set('bitext', notCheckedBecause(result.failure));
  else settle(result, 'bitext', file.file, reading);
}

/** A table with a column for each language. Others are no translations, unless the caller says so. */
async function addColumns(request: TargetRequest, model: Workbook | Table, options: ReadOptions, reading: Reading): Promise<void> {
  const isTranslation = request.deliverable?.type === 'translation';
  const { bitextOfTable } = await import('../bitext/bitext-of-table.ts');
  const result = await bitextOfTable(model, languagesOf(request), isTranslation, options);
  if (result) settle(result, 'bitext', model.file, reading);
  else if (isTranslation || request.source)
    reading.absent.set('bitext', {
      code: 'format',
      text: 'The table has no column for each language, under a header such as en and de, or source and target.',
    });
}

/** The languages that the job states. */
function languagesOf({ file, source, job, deliverable }: TargetRequest): Languages {
  const sourceLanguage =
    job && source && source.path !== file.path ? matchDeliverables(job, [source.file]).get(source.file)?.language : undefined;
  return { ...(sourceLanguage && { source: sourceLanguage }), ...(deliverable?.language && { target: deliverable.language }) };
}

const NOT_A_TRANSLATION: NotChecked = { code: 'not-asked', text: 'The job does not say that this file is a translation.' };
