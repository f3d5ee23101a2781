import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { readWorkbook, type Workbook } from '@preflag/readers';
import { workbookOf } from '@preflag/testing';

/** A workbook of sheets and rows, written by exceljs and read by our reader. */
export async function openWorkbook(...content: Parameters<typeof workbookOf>): Promise<Workbook> {
  const folder = await mkdtemp(join(tmpdir(), 'preflag-workbook-'));
  try {
    const path = join(folder, 'a.xlsx');
    await writeFile(path, await workbookOf(...content));
    const result = await readWorkbook({ file: 'a.xlsx', path }, { limits: DEFAULT_LIMITS });
    if (!result.ok) throw new Error(result.failure.text);
    return result.model;
  } finally {
    await rm(folder, { recursive: true });
  }
}
