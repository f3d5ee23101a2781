import { all } from './dom.ts';
import type { CardActions } from './detail/decision-bar.ts';
import { showHelp } from './dialogs.ts';
import type { CardView } from './views.ts';

export interface KeyActions extends CardActions {
  readonly open: (view: CardView) => void;
  readonly undo: () => void;
  readonly save: () => void;
}

/** Listens for the keys that the help names; not while something is typed, nor with a question open. */
export function startKeyboard(views: readonly CardView[], actions: KeyActions): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const current = views.find(({ element }) => element.contains(document.activeElement));
    const act = actionOf(event.key, views, current, actions);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionOf(key: string, views: readonly CardView[], current: CardView | undefined, actions: KeyActions): (() => void) | undefined {
  const onSummary = current !== undefined && document.activeElement === current.summary;
  switch (key) {
    case 'j':
      return () => focusCard(views, current, 1);
    case 'k':
      return () => focusCard(views, current, -1);
    case 'ArrowDown':
      return onSummary ? () => focusCard(views, current, 1) : undefined;
    case 'ArrowUp':
      return onSummary ? () => focusCard(views, current, -1) : undefined;
    case 'm':
      return current && (() => actions.mustFix(current.keys));
    case 'x':
      return current && (() => actions.dismiss(current.keys));
    case 'n':
      return current && (() => focusNote(current, actions));
    case 'u':
      return actions.undo;
    case 's':
      return actions.save;
    case '/':
      return focusSearch;
    case '?':
      return showHelp;
    default:
      return undefined;
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The next card that can be seen, from the current one; the first or the last without one. */
function focusCard(views: readonly CardView[], current: CardView | undefined, step: 1 | -1): void {
  const start = current ? views.indexOf(current) + step : step === 1 ? 0 : views.length - 1;
  for (let index = start; index >= 0 && index < views.length; index += step) {
    const view = views[index];
    // Not by checkVisibility(), which lays out every card that it is asked about.
    if (!view || view.element.closest('[hidden], .fold:not([open])')) continue;
    view.summary.focus({ preventScroll: true });
    view.element.scrollIntoView({ block: 'nearest' });
    return;
  }
}

function focusNote(view: CardView, { open }: KeyActions): void {
  open(view);
  all('textarea', HTMLTextAreaElement, view.body)[0]?.focus();
}

function focusSearch(): void {
  all('.search', HTMLInputElement)
    .find((field) => !field.closest('[hidden]'))
    ?.focus();
}
