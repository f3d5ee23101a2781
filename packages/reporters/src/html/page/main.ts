import type { PageData } from '../page-data.ts';
import { startActiveTime } from './active-time.ts';
import { startCardTags } from './card-tags.ts';
import { startCriteria } from './criteria.ts';
import { DecisionStore } from './decision-store.ts';
import type { CardActions } from './detail/decision-bar.ts';
import { buildDetail } from './detail/detail.ts';
import { askReason } from './dialogs.ts';
import { startFiltering } from './filtering.ts';
import { startKeyboard } from './keyboard.ts';
import { startPrinting } from './printing.ts';
import { statusBar } from './status-bar.ts';
import { cardViews, type CardView } from './views.ts';

/** How many of the findings that fail a delivery are open at first. */
const FIRST_OPEN = 12;

/** Adds to the page what needs a script: excerpts, filters, keys and decisions. What is in the markup stays as it is. */
function start(data: PageData): void {
  const store = new DecisionStore(data.key);
  const views = cardViews(data);
  const actions: CardActions = {
    mustFix: (keys) => store.decide(keys, { decision: 'must-fix', reason: undefined }),
    dismiss: (keys) => askReason(keys.length, (reason) => store.decide(keys, { decision: 'not-a-problem', reason })),
    note: (keys, note) => store.decide(keys, { note }),
    clear: (keys) => store.decide(keys, { decision: undefined, reason: undefined }),
  };
  const build = (view: CardView): void => buildDetail(view, data, store, actions);
  const open = (view: CardView): void => {
    build(view);
    view.details.open = true;
  };
  for (const view of views) view.details.addEventListener('toggle', () => view.details.open && build(view));
  for (const view of views.filter(({ element }) => element.dataset['fails'] !== undefined).slice(0, FIRST_OPEN)) open(view);

  startCardTags(views, store);
  startCriteria(data, store);
  startFiltering(views, store);
  const undo = (): void => void store.undo();
  const save = statusBar(views, data, store, undo);
  startKeyboard(views, { ...actions, open, undo, save });
  startActiveTime(store);
  startPrinting(() => {
    for (const view of views) build(view);
  });
  document.documentElement.dataset['ready'] = '';
}

start(JSON.parse(document.querySelector('#page-data')?.textContent ?? '') as PageData);
