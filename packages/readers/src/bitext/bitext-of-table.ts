import type { ReadResult } from '@preflag/core';
import type { ReadOptions } from '../source.ts';
import type { Table } from '../table/model.ts';
import { holdTable } from '../update/sheet-of-table.ts';
import type { Workbook } from '../workbook/model.ts';
import { bitextOfSheets } from './bitext-of-sheets.ts';
import type { Languages } from './bitext-model.ts';
import { mayBeLanguage } from './language-columns.ts';
import type { Bitext } from './model.ts';

/** The translation that a table or workbook holds in its columns; `undefined` where it holds none. A csv is held only where its header says so. */
export async function bitextOfTable(
  model: Table | Workbook,
  languages: Languages,
  isTranslation: boolean,
  { limits }: ReadOptions,
): Promise<ReadResult<Bitext> | undefined> {
  if (model.kind === 'table' && model.header.filter((name) => mayBeLanguage(name)).length < 2) return undefined;
  const held = model.kind === 'table' ? await holdTable(model, limits) : undefined;
  if (held && !held.ok) return held;
  const sheets = model.kind === 'table' ? (held ? [held.model] : []) : model.sheets;
  const bitext = bitextOfSheets(model, sheets, languages, isTranslation);
  return bitext && { ok: true, model: bitext };
}
