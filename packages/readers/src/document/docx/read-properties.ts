import type { Limits } from '@preflag/core';
import type { Archive } from '../../archive/index.ts';
import type { Relationship } from '../../xml/index.ts';
import { parseXml } from '../../xml/index.ts';
import type { DocumentProperties } from '../parts-model.ts';

/** What the package says of the document (ECMA-376-2, clause 10, and ECMA-376-1, 22.2), and how many pages its program counted. */
export interface PackageProperties {
  readonly properties: DocumentProperties;
  readonly pageCount?: number;
}

const NAMES: Readonly<Record<string, keyof DocumentProperties>> = {
  title: 'title',
  creator: 'author',
  subject: 'subject',
  created: 'created',
  modified: 'modified',
  Application: 'application',
};

/** @param relationships of the package */
export async function readProperties(
  archive: Archive,
  relationships: ReadonlyMap<string, Relationship>,
  limits: Limits,
): Promise<PackageProperties> {
  const values = new Map<string, string>();
  for (const { type, target, external } of relationships.values()) {
    if (external || (type !== 'core-properties' && type !== 'extended-properties') || !archive.has(target)) continue;
    let name = '';
    parseXml(
      await archive.read(target),
      {
        open: ({ local }) => void (name = local),
        text: (text) => void values.set(name, (values.get(name) ?? '') + text),
        close: () => void (name = ''),
      },
      { part: target, limits },
    );
  }
  const properties: Partial<Record<keyof DocumentProperties, string>> = {};
  for (const [name, property] of Object.entries(NAMES)) {
    const value = values.get(name)?.trim() ?? '';
    if (value !== '') properties[property] = value;
  }
  const pages = Number(values.get('Pages'));
  return { properties, ...(Number.isInteger(pages) && pages > 0 && { pageCount: pages }) };
}
