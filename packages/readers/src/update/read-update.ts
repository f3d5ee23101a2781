import type { ContentType, Location, PlaceDescription, ReadFailure, ReadResult, Surroundings } from '@preflag/core';
import { ReadError, toFailure } from '../archive/read-error.ts';
import type { FileSource, ReadOptions } from '../source.ts';
import type { Table } from '../table/model.ts';
import { readTable } from '../table/read-table.ts';
import { describeSheets, isOnSheets } from '../workbook/describe-sheets.ts';
import type { Sheet, Workbook } from '../workbook/model.ts';
import { readWorkbookBeside } from '../workbook/read-workbook.ts';
import { ColumnSheet } from '../workbook/store/column-sheet.ts';
import { surroundCells } from '../workbook/surround-cells.ts';
import type { WorkbookStore } from '../workbook/store/workbook-store.ts';
import type { Update } from './model.ts';
import { sheetOfTable } from './sheet-of-table.ts';

/** What a pair of files is read from. */
export interface UpdateSources {
  readonly before: FileSource;
  readonly beforeType: ContentType;
  readonly after: FileSource;
  readonly afterType: ContentType;
  /** The model of the after-file where it was read already. */
  readonly afterModel?: Workbook | Table;
  /** Headers whose values identify a row. Default none. */
  readonly key?: readonly string[];
}

/** Reads a spreadsheet or table beside the one that it was made from. Workbooks and csv files may be mixed; cells then compare as text. */
export async function readUpdate(sources: UpdateSources, options: ReadOptions): Promise<ReadResult<Update>> {
  try {
    const after = await readSide(sources.after, sources.afterType, sources.afterModel, options);
    const before = await readSide(sources.before, sources.beforeType, undefined, options, after.store);
    const partial = [...before.partial, ...after.partial];
    return { ok: true, model: new StoredUpdate(sources, before, after), ...(partial.length > 0 && { partial }) };
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}

/** One of the two files, as sheets. */
interface Side {
  readonly sheets: readonly Sheet[];
  /** Of its texts and formulas; none where there is no sheet. */
  readonly store: WorkbookStore | undefined;
  readonly isTyped: boolean;
  readonly partial: readonly ReadFailure[];
  /** The file's own model: a table knows the lines of its cells. */
  readonly model: Workbook | Table;
}

/** @param beside the store of the other side: ids of texts and formulas are the same in both */
async function readSide(
  source: FileSource,
  type: ContentType,
  known: Workbook | Table | undefined,
  options: ReadOptions,
  beside?: WorkbookStore,
): Promise<Side> {
  const result = known ? { ok: true as const, model: known } : await readModel(source, type, options, beside);
  if (!result.ok) throw new ReadError({ ...result.failure, text: `${source.file}: ${result.failure.text}` });
  const { model } = result;
  const sheets = model.kind === 'workbook' ? model.sheets : [await sheetOfTable(model, options.limits, { beside })];
  const [first] = sheets;
  return {
    sheets,
    store: first instanceof ColumnSheet ? first.store : undefined,
    isTyped: model.kind === 'workbook',
    partial: 'partial' in result ? (result.partial ?? []) : [],
    model,
  };
}

async function readModel(
  source: FileSource,
  type: ContentType,
  options: ReadOptions,
  beside: WorkbookStore | undefined,
): Promise<ReadResult<Workbook | Table>> {
  if (type === 'xlsx') return readWorkbookBeside(source, options, beside);
  if (type === 'csv' || type === 'tsv' || type === 'text') return readTable(source, options);
  return {
    ok: false,
    failure: { kind: 'unsupported', text: `Files of the type ${type} cannot be compared cell by cell: use xlsx or csv.` },
  };
}

/** The two sides; places are described on the after side, and where they are gone from it, on the before side. */
class StoredUpdate implements Update {
  readonly kind = 'update';
  readonly file: string;
  readonly beforeFile: string;
  readonly before: readonly Sheet[];
  readonly after: readonly Sheet[];
  readonly models: Update['models'];
  readonly key: readonly string[];
  readonly typed: boolean;
  readonly #sides: { readonly before: Side; readonly after: Side };

  constructor({ before: { file: beforeFile }, after: { file }, key = [] }: UpdateSources, before: Side, after: Side) {
    this.file = file;
    this.beforeFile = beforeFile;
    this.before = before.sheets;
    this.after = after.sheets;
    this.models = { before: before.model, after: after.model };
    this.key = key;
    this.typed = before.isTyped && after.isTyped;
    this.#sides = { before, after };
  }

  describe(at: Location): PlaceDescription {
    const { sheets, model } = this.#sideOf(at);
    // A sheet of a csv is named like its file, which says nothing beside the file's name.
    return model.kind === 'table' && (at.kind === 'cell' || at.kind === 'text') ? model.describe(at) : describeSheets(sheets, at);
  }

  surround(at: Location): Surroundings | undefined {
    const { sheets, model } = this.#sideOf(at);
    return surroundCells(sheets, at, model.kind === 'workbook');
  }

  #sideOf(at: Location): Side {
    const isGone = !isOnSheets(this.after, at) && isOnSheets(this.before, at);
    return isGone ? this.#sides.before : this.#sides.after;
  }
}
