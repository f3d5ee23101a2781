import { posix } from 'node:path';
import type { Limits } from '@preflag/core';
import type { Archive } from '../archive/archive.ts';
import { parseXml } from './parse-xml.ts';

/** A link from a part of a package to another part, or to the world outside. */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type, the same in strict and transitional files: `worksheet`, `styles`, `image`. */
  readonly type: string;
  /** A part's name inside the package, without a leading `/`; outside targets as they stand. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * The relationships of a part by their id (ECMA-376-2, 6.5), empty when it has none. The part `''` is the package itself.
 * @throws ReadError when they are damaged
 */
export async function readRelationships(archive: Archive, part: string, limits: Limits): Promise<Map<string, Relationship>> {
  const source = part.replace(/^\/+/, '');
  const name = posix.join(posix.dirname(source), '_rels', `${posix.basename(source)}.rels`);
  const relationships = new Map<string, Relationship>();
  if (!archive.has(name)) return relationships;
  parseXml(
    await archive.read(name),
    {
      open(element) {
        if (element.local !== 'Relationship') return;
        const id = element.attribute('Id') ?? '';
        const target = element.attribute('Target') ?? '';
        const external = element.attribute('TargetMode') === 'External';
        relationships.set(id, {
          id,
          type: (element.attribute('Type') ?? '').split('/').at(-1) ?? '',
          target: external ? target : resolve(archive, source, target),
          external,
        });
      },
    },
    { part: name, limits },
  );
  return relationships;
}

function resolve(archive: Archive, source: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const name = posix.join('/', path.startsWith('/') ? '' : posix.dirname(source), path).slice(1);
  if (archive.has(name) || !name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
