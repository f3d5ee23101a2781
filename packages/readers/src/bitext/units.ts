import type { Block, Document } from '../document/model.ts';
import type { Anchors } from './anchors.ts';
import { anchorsOf, joinAnchors } from './anchors.ts';
import { weightOf } from './length-model.ts';
import type { Segment } from './model.ts';

/** What is aligned as one: a block, or a whole table. */
export interface Unit {
  readonly role: Segment['role'] | 'table';
  /** One block, or the cells of a table in order. */
  readonly blocks: readonly Block[];
  /** Of the text, in Latin letters. */
  readonly length: number;
  readonly anchors: Anchors;
  readonly rows: number;
  readonly columns: number;
}

const ROLES: { readonly [type in Block['type']]?: Segment['role'] } = {
  heading: 'heading',
  paragraph: 'paragraph',
  listItem: 'listItem',
  contents: 'other',
  tableCell: 'tableCell',
  code: 'code',
  footnote: 'other',
};
/** Formats write these in ways of their own: they are compared only where both documents have the same format. */
const OWN_ROLES: { readonly [type in Block['type']]?: Segment['role'] } = {
  frontmatter: 'other',
  html: 'other',
  math: 'other',
  header: 'other',
  footer: 'other',
};

/** The role of a block in a translation; `undefined` for what is not compared (comments are not translated). */
function roleOf(block: Block, isSameFormat: boolean): Segment['role'] | undefined {
  return ROLES[block.type] ?? (isSameFormat ? OWN_ROLES[block.type] : undefined);
}

/** The units of a document in reading order. Blocks without text (or with pictures only) are left out, but for cells. */
export function unitsOf(document: Document, isSameFormat: boolean): Unit[] {
  const units: Unit[] = [];
  let cells: Block[] = [];
  const endTable = (): void => {
    if (cells.length > 0) units.push(tableUnit(cells));
    cells = [];
  };
  for (const block of document.blocks) {
    const role = roleOf(block, isSameFormat);
    if (cells.length > 0 && cells[0]?.cell?.table !== block.cell?.table) endTable();
    if (role === undefined) continue;
    if (block.cell) cells.push(block);
    else if (/[^\s\uFFFC]/.test(block.text)) units.push({ ...textOf([block]), role, blocks: [block], rows: 0, columns: 0 });
  }
  endTable();
  return units;
}

function tableUnit(cells: readonly Block[]): Unit {
  const end = (of: 'row' | 'column'): number => cells.reduce((most, { cell }) => Math.max(most, (cell?.[of] ?? 0) + 1), 0);
  return { ...textOf(cells), role: 'table', blocks: cells, rows: end('row'), columns: end('column') };
}

function textOf(blocks: readonly Block[]): Pick<Unit, 'length' | 'anchors'> {
  return { length: blocks.reduce((sum, { text }) => sum + weightOf(text), 0), anchors: joinAnchors(blocks.map(anchorsOf)) };
}

/** A heading with the units up to the next one. The first section has no heading. */
export interface Section {
  readonly heading?: Unit;
  readonly units: readonly Unit[];
  readonly length: number;
  readonly anchors: Anchors;
}

export function sectionsOf(units: readonly Unit[]): Section[] {
  const sections: { heading?: Unit; units: Unit[] }[] = [{ units: [] }];
  for (const unit of units) {
    if (unit.role === 'heading' && unit.blocks[0]?.quoted === false) sections.push({ heading: unit, units: [] });
    else sections.at(-1)?.units.push(unit);
  }
  return sections.map((section) => ({
    ...section,
    length: section.units.reduce((sum, { length }) => sum + length, 0),
    anchors: joinAnchors(section.units.map(({ anchors }) => anchors)),
  }));
}
