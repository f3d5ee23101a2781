import {
  DEFAULT_LIMITS,
  type ContentType,
  type Deliverable,
  type FileFailure,
  type Input,
  type Job,
  type Limits,
  type Model,
  type NotChecked,
  type ReadFailure,
  type ReadResult,
  type Reads,
  type Target,
} from '@preflag/core';
import type { Bitext, Languages } from '../bitext/index.ts';
import { detectType, isOwnSource, promisedType, readsOf, unreadFailure } from '../content-type/index.ts';
import type { Data } from '../data/model.ts';
import type { Document } from '../document/model.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import type { Table } from '../table/model.ts';
import type { Workbook } from '../workbook/model.ts';
import { addTranslation } from './add-translation.ts';
import { notCheckedBecause, settle, type Reading } from './reading.ts';

/** One delivered file and the files that it is linked to. */
export interface TargetRequest {
  readonly file: FileSource;
  readonly type: ContentType;
  readonly job: Job | null;
  readonly deliverable: Deliverable | null;
  /** The file as it was before the job. */
  readonly before?: FileSource;
  /** What the file was made from: for the origin of findings only. */
  readonly template?: FileSource;
  /** The text that the file translates. */
  readonly source?: FileSource;
  /** Files that its figures must be traceable to, or that its columns refer to; its glossary and its memories. */
  readonly data?: readonly FileSource[];
  /** The siblings are not there: one file of a delivery was given alone. */
  readonly isPartial?: boolean;
  /** What the selected rules read; other models are not made. */
  readonly wanted: ReadonlySet<Reads>;
  readonly limits?: Limits;
  readonly encoding?: string;
}

export interface TargetResult {
  readonly target: Target;
  /** What could not be read, in whole or in part; each becomes an integrity finding. */
  readonly failures: readonly FileFailure[];
}

type FileModel = Workbook | Table | Document | Data;

/** Reads a file and those linked to it into the models that rules want. Never throws for what a file holds. */
export async function readTarget(request: TargetRequest): Promise<TargetResult> {
  const { file, wanted } = request;
  const options: ReadOptions = { limits: request.limits ?? DEFAULT_LIMITS, ...(request.encoding && { encoding: request.encoding }) };
  const reading: Reading = { models: new Map(), absent: new Map(), failures: [] };
  const { models, absent, failures } = reading;
  const type = promisedType(file.file, request.type);
  const base = readsOf(type);
  if (!base) return { target: targetOf(request, models, absent, options), failures };

  const kinds = kindsOf(file.file, type);
  // Rules on the delivery report what cannot be read, so it must be tried.
  const needsModel = wanted.has('manifest') || [...kinds, ...lateKindsOf(file.file, type)].some((kind) => wanted.has(kind));
  if (!needsModel) return { target: targetOf(request, models, absent, options), failures };

  if (base === 'bitext') {
    await addTranslation({ ...request, type }, undefined, options, reading);
    return { target: targetOf(request, models, absent, options), failures };
  }
  const result = await readFile(file, type, options);
  if (!result.ok) {
    failures.push({ ...result.failure, file: file.file });
    const reason = notCheckedBecause(result.failure);
    for (const kind of kinds) absent.set(kind, reason);
    return { target: targetOf(request, models, absent, options), failures };
  }
  failures.push(...(result.partial ?? []).map((failure) => ({ ...failure, file: file.file })));
  models.set(base, result.model);
  if (kinds.includes('update') && wanted.has('update'))
    await addUpdate({ ...request, type }, result.model as Workbook | Table, options, reading);
  if (wanted.has('bitext')) await addTranslation(request, result.model, options, reading);
  return { target: targetOf(request, models, absent, options), failures };
}

/** The words that rules may read a file of this type by: its own model first, then what it makes with a file it is linked to. */
export function kindsOf(name: string, type: ContentType): readonly Reads[] {
  const base = readsOf(promisedType(name, type));
  if (base === undefined) return [];
  if (base === 'bitext') return [base];
  return isPaired(base) ? [base, 'bitext'] : [base, 'update'];
}

/** The words that a file of this type may turn out to be for when it is read: a table with a column for each language is a translation. */
export function lateKindsOf(name: string, type: ContentType): readonly Reads[] {
  const base = readsOf(promisedType(name, type));
  return base === 'workbook' || base === 'table' ? ['bitext'] : [];
}

/** Models that become a translation together with a source; tables hold both sides, in columns, or are none. */
function isPaired(base: Reads): boolean {
  return base === 'document' || base === 'data';
}

/** Reads one file into the model of its type. Readers are loaded when a file needs them: a worker starts faster without. */
async function readFile(source: FileSource, type: ContentType, options: ReadOptions): Promise<ReadResult<FileModel>> {
  const failure = unreadFailure(type);
  if (failure) return { ok: false, failure };
  switch (readsOf(type)) {
    case 'workbook':
      return (await import('../workbook/index.ts')).readWorkbook(source, options);
    case 'table':
      return (await import('../table/index.ts')).readTable(source, options);
    case 'document':
      return (await import('../document/index.ts')).readDocument(source, type, options);
    case 'data':
      return (await import('../data/index.ts')).readData(source, options);
    default:
      return { ok: false, failure: { kind: 'unsupported', text: `No reader reads files of type ${type}.` } };
  }
}

async function addUpdate(
  { file, type, before, job, deliverable }: TargetRequest,
  after: Workbook | Table,
  options: ReadOptions,
  reading: Reading,
): Promise<void> {
  if (!before) {
    reading.absent.set(
      'update',
      job && !deliverable?.update ? NOT_AN_UPDATE : { code: 'no-before', text: 'There is no file to compare with.' },
    );
    return;
  }
  const beforeType = await detectType(before.path, before.file);
  const { readUpdate } = await import('../update/index.ts');
  const result = await readUpdate(
    { before, beforeType, after: file, afterType: type, afterModel: after, key: deliverable?.update?.key ?? [] },
    options,
  );
  settle(result, 'update', before.file, reading);
}

const NOT_AN_UPDATE: NotChecked = { code: 'not-asked', text: 'The job does not say that this file is an update of another.' };
function targetOf(
  request: TargetRequest,
  models: ReadonlyMap<Reads, Model>,
  absent: ReadonlyMap<Reads, NotChecked>,
  options: ReadOptions,
): Target {
  const { file, job, deliverable, before, template, source, data = [], isPartial = false } = request;
  const inputs = new Set<Input>(['deliverable']);
  if (job) inputs.add('job');
  if (before) inputs.add('before');
  if (source || isOwnTranslation(models.get('bitext'), file)) inputs.add('source');
  if (data.length > 0) inputs.add('data');
  if (!isPartial) inputs.add('siblings');
  return {
    file: file.file,
    models,
    absent,
    job,
    deliverable,
    inputs,
    ...(before && { before: () => readBefore(before, options) }),
    ...(template && { template: () => readBefore(template, options) }),
    ...(data.length > 0 && { data: () => readData(data, { memory: deliverable?.memory ?? [], languages: languagesIn(models) }, options) }),
  };
}

/** True where a table turned out to hold both sides. */
function isOwnTranslation(model: Model | undefined, { file }: FileSource): boolean {
  const bitext = model as Bitext | undefined;
  return bitext?.sourceFile === file && bitext.catalog?.format === 'csv';
}

/** The models of the data files, read only when a rule compares with them; memories as texts in the languages of the translation. */
async function readData(
  data: readonly FileSource[],
  { memory, languages }: { readonly memory: readonly string[]; readonly languages: Languages },
  options: ReadOptions,
): Promise<ReadonlyMap<string, ReadResult<Model>>> {
  const models = new Map<string, ReadResult<Model>>();
  for (const source of data) {
    const type = promisedType(source.file, await detectType(source.path, source.file));
    const isMemory = memory.includes(source.file);
    models.set(source.file, await (isMemory ? readMemory(source, type, languages, options) : readFile(source, type, options)));
  }
  return models;
}

async function readMemory(source: FileSource, type: ContentType, languages: Languages, options: ReadOptions): Promise<ReadResult<Model>> {
  const failure = unreadFailure(type);
  if (failure) return { ok: false, failure };
  if (isOwnSource(type, false))
    return (await import('../bitext/read-catalog.ts')).readCatalogs({ target: { ...source, type }, languages }, options);
  if (!isOwnSource(type, true)) return { ok: false, failure: NO_MEMORY };
  const result = await readFile(source, type, options);
  if (!result.ok) return result;
  const { bitextOfTable } = await import('../bitext/bitext-of-table.ts');
  return (await bitextOfTable(result.model as Workbook | Table, languages, true, options)) ?? { ok: false, failure: NO_MEMORY };
}

const NO_MEMORY: ReadFailure = {
  kind: 'unsupported',
  text: 'A memory holds texts beside their translations: give it as tmx, xliff, po or xcstrings, or as csv or xlsx with columns such as en and de, or source and target.',
};

/** The languages of a translation that was read. */
function languagesIn(models: ReadonlyMap<Reads, Model>): Languages {
  const { sourceLanguage, targetLanguage } = (models.get('bitext') as Bitext | undefined) ?? {};
  return { source: sourceLanguage, target: targetLanguage };
}

/** The before-file's own model, or the template's, read only when a finding might be inherited from it. */
async function readBefore(before: FileSource, options: ReadOptions): Promise<ReadonlyMap<Reads, Model>> {
  const result = await readFile(before, await detectType(before.path, before.file), options);
  return new Map(result.ok ? [[result.model.kind, result.model]] : []);
}
