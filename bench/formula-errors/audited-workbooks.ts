import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A workbook and what the audit says of its sheets: the addresses of wrong cells, or none. */
export interface AuditedWorkbook {
  readonly name: string;
  readonly path: string;
  readonly wrong: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The workbooks of a folder with `truth.json` and `files/`, in the order of the list. */
export function auditedWorkbooks(root: string): readonly AuditedWorkbook[] {
  const list = JSON.parse(readFileSync(join(root, 'truth.json'), 'utf8')) as readonly {
    readonly workbook: string;
    readonly sheet: string;
    readonly cells: readonly string[];
  }[];
  return [...Map.groupBy(list, ({ workbook }) => workbook)].map(([name, sheets]) => ({
    name,
    path: join(root, 'files', name),
    wrong: new Map(sheets.map(({ sheet, cells }) => [sheet, new Set(cells)])),
  }));
}
