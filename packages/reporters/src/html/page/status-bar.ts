import type { PageData } from '../page-data.ts';
import type { DecisionStore } from './decision-store.ts';
import { askReviewer, showHelp } from './dialogs.ts';
import { h } from './dom.ts';
import { standingOf } from './decision-words.ts';
import { toDecisions } from './to-decisions.ts';
import type { CardView } from './views.ts';

/** The bar below: how much is decided, and the way to save it. What is returned asks to save. */
export function statusBar(views: readonly CardView[], data: PageData, store: DecisionStore, undo: () => void): () => void {
  const counted = views.filter(({ counts }) => counts);
  const save = (): void =>
    askReviewer(store.reviewer, `${countText()}. The file holds them, with the time that you took.`, (name) => saveAs(name));
  const saveAs = (name: string): void => {
    store.reviewer = name;
    download('decisions.json', `${JSON.stringify(toDecisions(data, store, new Date()), null, 2)}\n`);
    store.markSaved();
  };
  const countText = (): string => {
    const criteria = data.deliveries.flatMap(({ hash, criteria: ids }) => ids.map((id) => store.judgement(`${hash} ${id}`)?.verdict));
    const judged = criteria.filter((verdict) => verdict !== undefined).length;
    const decided = counted.filter(({ keys }) => standingOf(store, keys) !== 'undecided').length;
    return `${decided} of ${counted.length} decided${criteria.length > 0 ? `, ${judged} of ${criteria.length} criteria judged` : ''}`;
  };
  const count = h('p', { role: 'status' });
  const unsaved = h('span', { class: 'muted' });
  const show = (): void => {
    count.textContent = countText();
    unsaved.textContent = store.isSaved ? '' : 'not saved yet';
  };
  store.onChange(show);
  show();
  const button = (label: string, act: () => void, look: string): HTMLElement =>
    h('button', { type: 'button', class: look, onclick: act }, label);
  document.body.append(
    h(
      'footer',
      { class: 'status', 'aria-label': 'Decisions' },
      h('div', { class: 'status-text' }, count, unsaved),
      button('Undo', undo, 'plain'),
      button('Keys', showHelp, 'plain keys-button'),
      button('Save decisions', save, 'primary'),
    ),
  );
  addEventListener('beforeunload', (event) => {
    if (!store.isSaved) event.preventDefault();
  });
  return save;
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  h('a', { href: address, download: name }).click();
  // The download has begun when the click returns; the browser needs the address a little longer.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
