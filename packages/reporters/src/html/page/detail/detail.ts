import type { PageData } from '../../page-data.ts';
import type { DecisionStore } from '../decision-store.ts';
import { h, sentence } from '../dom.ts';
import type { CardView } from '../views.ts';
import { decisionBar, type CardActions } from './decision-bar.ts';
import { factsOf, line, sharedFacts, surroundingsOf } from './evidence.ts';
import { places } from './places.ts';

/** Fills a card when it is opened: the excerpt, the evidence, why, what to do, and the decisions. */
export function buildDetail(view: CardView, { texts }: PageData, store: DecisionStore, actions: CardActions): void {
  if (view.element.dataset['built'] !== undefined) return;
  view.element.dataset['built'] = '';
  const { card } = view;
  const [first] = card.items;
  if (first === undefined) return;
  const title = card.title === undefined ? undefined : texts[card.title];
  const isOne = card.items.length === 1;
  const isSame = card.items.every(({ advice }) => advice === first.advice);
  const facts = h(
    'dl',
    { class: 'facts' },
    ...(isOne ? factsOf(first, card.file) : sharedFacts(card.items)),
    ...line('why', texts[card.why] ?? ''),
    ...line('do', sentence(texts[first.advice] ?? ''), isSame ? undefined : h('span', { class: 'muted' }, ' (at the first place)')),
    ...line('rule', h('code', {}, card.rule), title === undefined ? undefined : `: ${title}`),
  );
  const list = isOne ? [] : [places(view, store, actions)];
  view.body.replaceChildren(...surroundingsOf(card.items), facts, ...list, decisionBar(view, store, actions));
}
