import type { DecisionStore } from '../decision-store.ts';
import { standingOf } from '../decision-words.ts';
import { h } from '../dom.ts';
import type { CardView } from '../views.ts';

export interface CardActions {
  readonly mustFix: (keys: readonly string[]) => void;
  /** Asks for the reason. */
  readonly dismiss: (keys: readonly string[]) => void;
  readonly note: (keys: readonly string[], text: string) => void;
  /** Takes the decision back; the note stays. */
  readonly clear: (keys: readonly string[]) => void;
}

/** The decisions on a card as a whole, and the note. */
export function decisionBar(
  { keys, summary }: CardView,
  store: DecisionStore,
  { mustFix, dismiss, note, clear }: CardActions,
): HTMLElement {
  const must = h('button', { type: 'button', onclick: () => mustFix(keys) }, 'Must fix ', h('kbd', {}, 'm'));
  const not = h('button', { type: 'button', onclick: () => dismiss(keys) }, 'Not a problem ', h('kbd', {}, 'x'));
  const none = h('button', { type: 'button', class: 'plain', onclick: () => clear(keys) }, 'Take back');
  const field = h('textarea', {
    rows: '1',
    'aria-label': 'Note',
    placeholder: 'Note  ( n )',
    onchange: () => note(keys, field.value.trim()),
    onkeydown: (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') summary.focus();
    },
  });
  const show = (): void => {
    const standing = standingOf(store, keys);
    must.setAttribute('aria-pressed', String(standing === 'must-fix'));
    not.setAttribute('aria-pressed', String(standing === 'not-a-problem'));
    none.hidden = standing === 'undecided';
    if (document.activeElement !== field) field.value = store.entry(keys[0] ?? '')?.note ?? '';
  };
  store.onChange(show);
  show();
  return h('div', { class: 'decide' }, must, not, none, field);
}
