import type { Deliverable } from './types.ts';

/** A column that must stand in a column of another file. */
export interface ReferenceAt {
  /** JSON pointer of the reference, relative to the deliverable. */
  readonly pointer: string;
  /** The other file, as the job names it. */
  readonly file: string;
}

/** The other files that columns of a deliverable refer to, one for each such column. */
export function referencesOf(deliverable: Deliverable): readonly ReferenceAt[] {
  const tables = [['', deliverable] as const, ...(deliverable.sheets ?? []).map((sheet, index) => [`/sheets/${index}`, sheet] as const)];
  return tables.flatMap(([at, { columns = [] }]) =>
    columns.flatMap(({ in: reference }, index) =>
      reference?.file === undefined ? [] : [{ pointer: `${at}/columns/${index}/in`, file: reference.file }],
    ),
  );
}
