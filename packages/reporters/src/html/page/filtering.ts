import { all } from './dom.ts';
import { filterBar } from './filter-bar.ts';
import { formatFilters, isFiltered, isWanted, parseFilters, type Filters } from './filters.ts';
import type { DecisionStore } from './decision-store.ts';
import type { CardView } from './views.ts';

/** Shows the cards that the hash of the address asks for, and keeps it up to date. */
export function startFiltering(views: readonly CardView[], store: DecisionStore): void {
  let filters = parseFilters(location.hash);
  const change = (more: Partial<Filters>): void => {
    filters = { ...filters, ...more };
    history.replaceState(null, '', formatFilters(filters) || location.pathname + location.search);
    show();
  };
  const bars = all('[data-filters]', HTMLElement).map((place) => {
    const own = views.filter(({ delivery }) => String(delivery) === place.dataset['filters']);
    return { own, show: own.length > 0 ? filterBar(place, own, change) : undefined };
  });
  const show = (): void => {
    for (const view of views) view.element.hidden = !isWanted(view, filters, store);
    for (const bar of bars) bar.show?.(filters, bar.own.filter(({ element }) => !element.hidden).length);
    for (const place of all('.file, .fold', HTMLElement)) hideEmpty(place, isFiltered(filters));
    showDelivery(filters.delivery);
  };
  addEventListener('hashchange', () => {
    filters = parseFilters(location.hash);
    show();
  });
  for (const link of all('[data-delivery-link]', HTMLAnchorElement))
    link.addEventListener('click', (event) => {
      event.preventDefault();
      change({ delivery: link.dataset['deliveryLink'] ?? '', file: '', rule: '' });
      document.querySelector(`#delivery-${link.dataset['deliveryLink']}`)?.scrollIntoView();
    });
  show();
}

/** What holds no card that is shown is hidden; what is folded opens while cards are filtered. */
function hideEmpty(place: HTMLElement, isOpen: boolean): void {
  const cards = all('[data-card]', HTMLElement, place);
  if (cards.length === 0) return;
  const isEmpty = cards.every(({ hidden }) => hidden);
  place.hidden = isEmpty;
  if (place instanceof HTMLDetailsElement && isOpen && !isEmpty) place.open = true;
}

/** One of several deliveries is shown at a time: the one that was chosen, or the first. */
function showDelivery(wanted: string): void {
  const deliveries = all('[data-delivery]', HTMLElement);
  if (deliveries.length < 2) return;
  const known = deliveries.some(({ dataset }) => dataset['delivery'] === wanted) ? wanted : '0';
  for (const delivery of deliveries) delivery.hidden = delivery.dataset['delivery'] !== known;
  for (const link of all('[data-delivery-link]', HTMLElement))
    if (link.dataset['deliveryLink'] === known) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
}
