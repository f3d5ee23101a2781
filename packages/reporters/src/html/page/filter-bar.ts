import { h, type Child } from './dom.ts';
import type { Filters } from './filters.ts';
import type { CardView } from './views.ts';

/** Puts the controls of the filters in front of the findings of a delivery; what is returned shows other filters in them. */
export function filterBar(
  place: HTMLElement,
  views: readonly CardView[],
  change: (change: Partial<Filters>) => void,
): (filters: Filters, shownCards: number) => void {
  const files = distinct(views.map(({ card }) => card.file)).map((file) => option(file, file === '.' ? 'The delivery' : file));
  const rules = distinct(views.map(({ card }) => card.rule))
    .toSorted()
    .map((rule) => option(rule));
  const lists: readonly (readonly [name: keyof Filters, label: string, options: readonly Option[]])[] = [
    ['severity', 'Severity', present(views, ({ card }) => card.severity, ['critical', 'important', 'minor'])],
    ['certainty', 'Certainty', present(views, ({ card }) => card.certainty, ['certain', 'likely', 'hint'])],
    ['file', 'File', files],
    ['rule', 'Rule', rules],
    ['decision', 'Decision', DECISIONS],
  ];
  const selects = lists.map(([name, label, options]) => [name, selectOf(name, label, options, change)] as const);
  const search = h('input', {
    type: 'search',
    class: 'search',
    'aria-label': 'Search findings',
    placeholder: 'Search  ( / )',
    oninput: () => change({ text: search.value.trim() }),
  });
  const count = h('p', { class: 'muted small', role: 'status' });
  const clear = h('button', { type: 'button', class: 'plain', onclick: () => change(NO_FILTER) }, 'Show all');
  place.replaceChildren(search, ...selects.map(([, select]) => select), h('div', { class: 'filter-count' }, count, clear));
  return (filters, shownCards) => {
    for (const [name, select] of selects) select.value = filters[name];
    if (search.value.trim() !== filters.text) search.value = filters.text;
    count.textContent = shownCards === views.length ? `${views.length} things` : `${shownCards} of ${views.length} things`;
    clear.hidden = shownCards === views.length;
  };
}

type Option = readonly [value: string, text: string];

const DECISIONS: readonly Option[] = [
  ['undecided', 'undecided'],
  ['must-fix', 'must fix'],
  ['not-a-problem', 'not a problem'],
  ['mixed', 'mixed'],
  ['note', 'with a note'],
];

const NO_FILTER: Partial<Filters> = { severity: '', certainty: '', file: '', rule: '', decision: '', text: '' };

function selectOf(
  name: keyof Filters,
  label: string,
  options: readonly Option[],
  change: (change: Partial<Filters>) => void,
): HTMLSelectElement {
  const children: readonly Child[] = options.map(([value, text]) => h('option', { value }, text));
  const select = h(
    'select',
    { 'aria-label': label, onchange: () => change({ [name]: select.value }) },
    h('option', { value: '' }, label),
    ...children,
  );
  return select;
}

function option(value: string, text: string = value): Option {
  return [value, text];
}

function present(views: readonly CardView[], value: (view: CardView) => string, order: readonly string[]): readonly Option[] {
  const there = new Set(views.map(value));
  return order.filter((one) => there.has(one)).map((one) => option(one));
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
