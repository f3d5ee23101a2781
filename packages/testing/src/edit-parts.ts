import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of a package as text, by name. */
export type Parts = Record<string, string>;

/**
 * A copy of an xlsx or docx with other parts, for what the libraries that write such files do not know.
 * `edit` changes, adds or deletes texts; `undefined` comes back when it returns false: there was no room for the change. Parts that are no XML stay as they are.
 */
export function editParts(bytes: Uint8Array, edit: (parts: Parts) => boolean | void): Uint8Array | undefined {
  const entries = unzipSync(bytes);
  const parts: Parts = {};
  for (const [name, content] of Object.entries(entries)) if (/\.(?:xml|rels|vml)$/.test(name)) parts[name] = strFromU8(content);
  const before = new Set(Object.keys(parts));
  if (edit(parts) === false) return undefined;
  const kept = Object.entries(entries).filter(([name]) => !before.has(name));
  const changed = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  // A fixed date makes equal packages equal files.
  return zipSync(Object.fromEntries([...kept, ...changed]), { mtime: '2026-01-01T00:00:00Z' });
}

/** Adds a relationship to a part's list of them, and returns its id. */
export function addRelationship(parts: Parts, from: string, type: string, target: string, isExternal = false): string {
  const slash = from.lastIndexOf('/');
  const name = `${from.slice(0, slash)}/_rels/${from.slice(slash + 1)}.rels`;
  const known = parts[name] ?? `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}"></Relationships>`;
  const id = `added${known.split('<Relationship ').length}`;
  const mode = isExternal ? ' TargetMode="External"' : '';
  parts[name] = known.replace(
    '</Relationships>',
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/></Relationships>`,
  );
  return id;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
