import type { DecisionStore } from './decision-store.ts';
import { decisionWords, hasNote, standingOf } from './decision-words.ts';
import { all, h } from './dom.ts';
import type { CardView } from './views.ts';

/** Shows on each card what was decided on it. */
export function startCardTags(views: readonly CardView[], store: DecisionStore): void {
  const show = (): void => {
    for (const view of views) showTag(view, store);
  };
  store.onChange(show);
  show();
}

function showTag({ element, summary, keys }: CardView, store: DecisionStore): void {
  const standing = standingOf(store, keys);
  const words = [wordsOf(standing, keys, store), hasNote(store, keys) ? 'note' : ''].filter((word) => word !== '').join(', ');
  if ((element.dataset['said'] ?? '') === words) return;
  element.dataset['said'] = words;
  element.dataset['decision'] = standing;
  for (const old of all('.tag-decision', HTMLElement, summary)) old.remove();
  if (words !== '') summary.querySelector('.tags')?.prepend(h('span', { class: 'tag tag-decision' }, words));
}

function wordsOf(standing: string, keys: readonly string[], store: DecisionStore): string {
  if (standing !== 'mixed') return decisionWords(store.entry(keys[0] ?? '') ?? {});
  const decided = keys.filter((key) => store.entry(key)?.decision !== undefined).length;
  return `${decided} of ${keys.length} places decided`;
}
