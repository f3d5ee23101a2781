import type { Limits } from '@preflag/core';
import type { Archive } from '../../archive/archive.ts';
import { corruptPart, ReadError } from '../../archive/read-error.ts';
import { readRelationships, type Relationship } from '../../xml/relationships.ts';
import { notAWorkbook, readWorkbookPart } from './read-workbook-part.ts';

/** Where the parts of a workbook stand in its package. */
export interface WorkbookParts {
  readonly main: string;
  /** By the sheet's name. Sheets whose part is not there are left out. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly sharedStrings: string | undefined;
}

/** Finds the parts of a workbook. @throws ReadError when it is damaged, or is no workbook */
export async function findWorkbookParts(archive: Archive, limits: Limits): Promise<WorkbookParts> {
  const main = await mainPart(archive, limits);
  const [{ sheets }, links] = [await readWorkbookPart(archive, { part: main, limits }), await readRelationships(archive, main, limits)];
  const found = sheets.flatMap(({ name, relationship }): [string, string][] => {
    const part = links.get(relationship)?.target;
    return part !== undefined && archive.has(part) ? [[name, part]] : [];
  });
  return { main, sheets: new Map(found), sharedStrings: partOfType(links, 'sharedStrings') };
}

/** The part that the package begins with. @throws ReadError when there is none, or it is no workbook in XML */
export async function mainPart(archive: Archive, limits: Limits): Promise<string> {
  const main = partOfType(await readRelationships(archive, '', limits), 'officeDocument');
  if (main !== undefined && archive.has(main)) {
    if (main.toLowerCase().endsWith('.bin')) throw notAWorkbook(main);
    return main;
  }
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml';
  if (main !== undefined) throw corruptPart(main, `The package has no part ${main}, which is its main one: save or export the file again.`);
  throw new ReadError({
    kind: 'corrupt',
    text: 'It is a zip archive and no Office package, without a main part: save or export it again.',
  });
}

/** The first part inside of the package that a relationship of this type leads to. */
export function partOfType(links: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  for (const link of links.values()) if (link.type === type && !link.external) return link.target;
  return undefined;
}
