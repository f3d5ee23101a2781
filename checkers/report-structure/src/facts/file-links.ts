import { defineFact, type Fact, type Location, type PlaceDescription } from '@preflag/core';
import type { Document } from '@preflag/readers';

/** A link to a file, or a picture from one. */
export interface FileLink {
  /** The path as it is written. */
  readonly target: string;
  /** What is shown of the link; the alternative text of a picture. */
  readonly text: string;
  readonly isPicture: boolean;
  readonly at: Location;
  readonly described: PlaceDescription;
}

/** More links than a rule lists. */
const MOST = 5_000;
const LONGEST = 500;
/** An address of another kind than a file's: `https:`, `mailto:`, `data:`; a drive letter and `file:` are paths. */
const SCHEME = /^(?!file:|sandbox:|[a-z]:[\\/])[a-z][a-z0-9+.-]*:/i;
/** What a site generator fills in. */
const FILLED_IN = /\{\{|\{%|<%|\$\{/;
/** A name with an ending: addresses of a site often have none. */
const NAMED = /\.[a-z][a-z0-9]{1,5}$/i;

/** Links that lead to files by their paths, and pictures that stand in files of their own. */
export const fileLinks: Fact<'document', readonly FileLink[]> = defineFact({
  id: 'report-structure/file-links',
  reads: 'document',
  portable: true,
  compute: (model) => [...linksOf(model), ...picturesOf(model)].filter(({ target }) => isFile(target)).slice(0, MOST),
});

function linksOf(model: Document): readonly FileLink[] {
  return (model.parts.links ?? []).flatMap(({ target, text, block }) => linkAt(model, block, { target, text, isPicture: false }));
}

/** Pictures of a package are parts of it. */
function picturesOf(model: Document): readonly FileLink[] {
  if (model.format !== 'markdown' && model.format !== 'html') return [];
  return (model.parts.images ?? []).flatMap(({ source, alt = '', block }) =>
    linkAt(model, block, { target: source, text: alt, isPicture: true }),
  );
}

function linkAt(model: Document, index: number, link: Pick<FileLink, 'target' | 'text' | 'isPicture'>): readonly FileLink[] {
  const block = model.blocks[index];
  if (!block || link.target.length > LONGEST) return [];
  const offset = link.text === '' ? -1 : block.text.indexOf(link.text);
  const at = offset < 0 ? model.locate(block) : model.locate(block, offset, link.text.length);
  return [{ ...link, text: link.text.slice(0, LONGEST), at, described: model.describe(at) }];
}

function isFile(target: string): boolean {
  const [path = ''] = target.split(/[?#]/);
  return path !== '' && !SCHEME.test(path) && !path.startsWith('//') && !FILLED_IN.test(target) && NAMED.test(path);
}
