import { hasNote, standingOf } from './decision-words.ts';
import type { DecisionStore } from './decision-store.ts';
import type { CardView } from './views.ts';

/** What the reader wants to see; empty is everything. It stands in the hash of the address. */
export interface Filters {
  readonly severity: string;
  readonly certainty: string;
  readonly file: string;
  readonly rule: string;
  readonly decision: string;
  readonly text: string;
  /** The number of the delivery that is shown. */
  readonly delivery: string;
}

const NAMES = ['severity', 'certainty', 'file', 'rule', 'decision', 'text', 'delivery'] as const satisfies readonly (keyof Filters)[];

export function parseFilters(hash: string): Filters {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  return Object.fromEntries(NAMES.map((name) => [name, values.get(name) ?? ''])) as unknown as Filters;
}

/** `#severity=critical&text=total`; nothing for no filter. */
export function formatFilters(filters: Filters): string {
  const values = new URLSearchParams(NAMES.flatMap((name) => (filters[name] === '' ? [] : [[name, filters[name]]])));
  return values.size > 0 ? `#${values}` : '';
}

/** Whether anything is left out, deliveries apart. */
export function isFiltered(filters: Filters): boolean {
  return NAMES.some((name) => name !== 'delivery' && filters[name] !== '');
}

/** Whether a card is one of those that the reader wants to see. */
export function isWanted(view: CardView, filters: Filters, store: DecisionStore): boolean {
  const { card, keys } = view;
  return (
    (filters.severity === '' || filters.severity === card.severity) &&
    (filters.certainty === '' || filters.certainty === card.certainty) &&
    (filters.file === '' || filters.file === card.file) &&
    (filters.rule === '' || filters.rule === card.rule) &&
    isDecided(filters.decision, keys, store) &&
    (filters.text === '' || textOf(view).includes(filters.text.toLocaleLowerCase()))
  );
}

function isDecided(wanted: string, keys: readonly string[], store: DecisionStore): boolean {
  if (wanted === '') return true;
  return wanted === 'note' ? hasNote(store, keys) : standingOf(store, keys) === wanted;
}

const texts = new WeakMap<CardView, string>();

/** What can be searched of a card, in small letters; made when it is first needed. */
function textOf(view: CardView): string {
  const known = texts.get(view);
  if (known !== undefined) return known;
  const { rule, file, items } = view.card;
  const parts = items.flatMap(({ place, message, evidence }) => [place, message, evidence.excerpt, evidence.found, evidence.expected]);
  const text = [view.summary.textContent, rule, file, ...parts].join('\n').toLocaleLowerCase();
  texts.set(view, text);
  return text;
}
