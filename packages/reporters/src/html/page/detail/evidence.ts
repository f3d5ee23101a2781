import type { PageFix, PageItem } from '../../page-data.ts';
import { h, sentence, type Child } from '../dom.ts';
import { grid, joinGrids } from './grid.ts';
import { langOf, pair, passage } from './passage.ts';

/** What stands around the findings of a card: one grid for cells of one table, else a passage for each. */
export function surroundingsOf(items: readonly PageItem[]): readonly HTMLElement[] {
  const grids = items.flatMap(({ surroundings }) => (surroundings?.kind === 'grid' ? surroundings : []));
  const passages = items.flatMap(({ surroundings }) => {
    if (surroundings?.kind === 'text') return passage(surroundings);
    return surroundings?.kind === 'pair' ? pair(surroundings) : [];
  });
  const [first] = items;
  const found = [...joinGrids(grids).map(grid), ...passages];
  if (found.length > 0 || first === undefined) return found;
  const { prefix = '', excerpt, suffix = '' } = first.evidence;
  return excerpt === '' ? [] : [passage({ before: prefix, text: excerpt, after: suffix })];
}

/** Found and expected, other places, and the fixes that are offered: lines of a list, without what the surroundings show already. */
export function factsOf({ evidence, related = [], fixes = [], surroundings, ignored }: PageItem, ownFile: string): readonly Child[] {
  const { found, expected } = evidence;
  const isShown = surroundings !== undefined && expected === undefined;
  const lang = languageOf(surroundings);
  return [
    ...line('found', found === undefined || isShown ? undefined : h('code', { dir: 'auto', lang }, found)),
    ...line('expected', expected === undefined ? undefined : h('code', { dir: 'auto' }, expected)),
    ...related.flatMap(([label, file]) => line('see', sentence(label), file === ownFile ? undefined : inFile(file))),
    ...fixes.flatMap((fix) => line('fix offered', fixOf(fix))),
    ...accepted(ignored),
  ];
}

/** What is found is in the language of the file that is checked. */
function languageOf(surroundings: PageItem['surroundings']): string | undefined {
  if (surroundings?.kind === 'pair') return langOf(surroundings.targetLanguage);
  return surroundings?.kind === 'text' ? langOf(surroundings.language) : undefined;
}

function inFile(file: string): HTMLElement {
  return h('span', { class: 'muted' }, ' in ', h('bdi', {}, file));
}

/** Of findings that share a card: how many have a fix, and why they were accepted. */
export function sharedFacts(items: readonly PageItem[]): readonly Child[] {
  const fixes = items.flatMap(({ fixes: [first] = [] }) => first ?? []);
  const [fix] = fixes;
  const where = `at ${fixes.length} of ${items.length} places, the first: `;
  return [...(fix ? line('fix offered', where, fixOf(fix)) : []), ...accepted(items[0]?.ignored)];
}

function accepted(ignored: PageItem['ignored']): readonly Child[] {
  if (!ignored) return [];
  const { reason, from, by, at } = ignored;
  return line(
    'accepted',
    h('span', { dir: 'auto' }, reason),
    h('span', { class: 'muted' }, ` (${[from, by, at].filter(Boolean).join(', ')})`),
  );
}

/** A term and what belongs to it. */
export function line(term: string, ...about: readonly Child[]): readonly Child[] {
  return about.every((child) => child === undefined) ? [] : [h('div', {}, h('dt', {}, term), h('dd', {}, ...about))];
}

function fixOf({ label, safety, from, to, edits }: PageFix): HTMLElement {
  const more = edits > 1 ? ` and ${edits - 1} more ${edits === 2 ? 'edit' : 'edits'}` : '';
  const how = safety === 'safe' ? ' (safe: preflag check --fix)' : ' (look before you apply it)';
  const change = from === undefined || to === undefined ? undefined : h('span', {}, ': ', h('code', {}, from), ' to ', h('code', {}, to));
  return h('span', {}, label, change, more, h('span', { class: 'muted' }, how));
}
