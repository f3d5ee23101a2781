import type { GridSurroundings } from '@preflag/core';
import { h } from '../dom.ts';

/** Rows and columns around cells, with the cells marked. Several of one place are one grid. */
export function grid(surroundings: readonly GridSurroundings[]): HTMLElement {
  const [first] = surroundings;
  const columns = first?.columns ?? [];
  const rows = new Map(surroundings.flatMap((one) => one.rows.map((row) => [row.number, row] as const)));
  const hits = hitsOf(surroundings);
  const head = h('tr', {}, h('td', { class: 'corner' }), ...columns.map((letter) => h('th', { scope: 'col' }, letter)));
  const lines = [...rows.values()]
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, isHeader, cells }) =>
      h(
        'tr',
        { class: isHeader ? 'is-header' : undefined },
        h('th', { scope: 'row' }, String(number)),
        ...cells.map((text, column) => cell(text, hits.has(`${number} ${column}`))),
      ),
    );
  const name = first?.sheet ?? 'table';
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': `Cells of ${name}` },
    h('table', { class: 'grid' }, h('caption', {}, h('bdi', {}, name)), h('thead', {}, head), h('tbody', {}, ...lines)),
  );
}

/** Grids of one sheet with the same columns belong together. */
export function joinGrids(surroundings: readonly GridSurroundings[]): readonly (readonly GridSurroundings[])[] {
  return [...Map.groupBy(surroundings, ({ sheet, columns }) => JSON.stringify([sheet, columns])).values()];
}

function hitsOf(surroundings: readonly GridSurroundings[]): ReadonlySet<string> {
  return new Set(
    surroundings.flatMap(({ rows, hit }) =>
      rows
        .slice(hit.rows[0], hit.rows[1] + 1)
        .flatMap(({ number }) =>
          Array.from({ length: hit.columns[1] - hit.columns[0] + 1 }, (_, step) => `${number} ${hit.columns[0] + step}`),
        ),
    ),
  );
}

function cell(text: string, isHit: boolean): HTMLElement {
  const looks = /^[-+(]?[\d.,]+%?\)?$/.test(text) ? 'number' : undefined;
  return h(
    'td',
    { class: [looks, isHit ? 'hit' : undefined].filter(Boolean).join(' ') || undefined, dir: 'auto' },
    isHit ? h('mark', {}, text) : text,
  );
}
