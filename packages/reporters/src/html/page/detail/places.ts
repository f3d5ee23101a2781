import type { PageItem } from '../../page-data.ts';
import type { DecisionStore } from '../decision-store.ts';
import { decisionWords } from '../decision-words.ts';
import { h, placeText, sentence } from '../dom.ts';
import type { CardView } from '../views.ts';

/** How many places are listed before the rest is asked for. */
const FIRST_PLACES = 5;

export interface PlaceActions {
  readonly mustFix: (keys: readonly string[]) => void;
  readonly dismiss: (keys: readonly string[]) => void;
}

/** The places of a card that has several, each with decisions of its own. */
export function places({ card, keys }: CardView, store: DecisionStore, actions: PlaceActions): HTMLElement {
  const list = h('ol', { class: 'places' });
  const add = (items: readonly PageItem[], from: number): void => {
    list.append(...items.map((item, index) => placeOf(item, keys[from + index] ?? '', store, actions)));
  };
  add(card.items.slice(0, FIRST_PLACES), 0);
  const left = card.items.length - FIRST_PLACES;
  const more = h('button', {
    type: 'button',
    class: 'plain',
    'data-more': true,
    onclick: () => (add(card.items.slice(FIRST_PLACES), FIRST_PLACES), more.remove()),
  });
  more.textContent = `Show ${left} more ${left === 1 ? 'place' : 'places'}`;
  return h('div', {}, h('p', { class: 'label' }, `${card.items.length} places`), list, left > 0 ? more : undefined);
}

function placeOf(item: PageItem, key: string, store: DecisionStore, { mustFix, dismiss }: PlaceActions): HTMLElement {
  const where = item.place === '' ? 'the file as a whole' : item.place;
  const state = h('span', { class: 'tag tag-decision' });
  const show = (): void => {
    state.textContent = decisionWords(store.entry(key) ?? {});
    state.hidden = state.textContent === '';
  };
  store.onChange(show);
  show();
  const button = (label: string, act: (keys: readonly string[]) => void): HTMLElement =>
    h('button', { type: 'button', class: 'plain small', 'aria-label': `${label}: ${where}`, onclick: () => act([key]) }, label);
  const { found } = item.evidence;
  const said = item.message === undefined ? (found === undefined ? undefined : h('span', { dir: 'auto' }, found)) : sentence(item.message);
  return h(
    'li',
    {},
    h('span', { class: 'place-text' }, placeText(where), said),
    state,
    button('must fix', mustFix),
    button('no problem', dismiss),
  );
}
