import type { PageData } from '../page-data.ts';
import type { DecisionStore } from './decision-store.ts';
import { all, h } from './dom.ts';

const VERDICTS = [
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['cannot_tell', 'cannot tell'],
] as const;

/** Puts the choice of a verdict, and a note, below each criterion. */
export function startCriteria({ deliveries }: PageData, store: DecisionStore): void {
  for (const [number, { hash, criteria }] of deliveries.entries())
    for (const place of all(`[data-delivery="${number}"] [data-criterion] > div`, HTMLElement)) {
      const id = criteria[Number(place.parentElement?.dataset['criterion'])];
      if (id !== undefined) place.append(choice(`${number}-${id}`, criterionKey(hash, id), store));
    }
}

/** What the verdict on a criterion is kept under. */
export function criterionKey(hash: string, id: string): string {
  return `${hash} ${id}`;
}

function choice(name: string, key: string, store: DecisionStore): HTMLElement {
  const options = VERDICTS.map(([verdict, words]) => {
    const input = h('input', { type: 'radio', name: `criterion-${name}`, value: verdict, onchange: () => store.judge(key, { verdict }) });
    return { verdict, input, label: h('label', {}, input, h('span', {}, words)) };
  });
  const note = h('textarea', {
    rows: '1',
    'aria-label': 'Note on the criterion',
    placeholder: 'Note',
    onchange: () => store.judge(key, { note: note.value.trim() }),
  });
  const clear = h('button', { type: 'button', class: 'plain', onclick: () => store.judge(key, { verdict: undefined }) }, 'Take back');
  const show = (): void => {
    const known = store.judgement(key);
    for (const { input, verdict } of options) input.checked = known?.verdict === verdict;
    if (document.activeElement !== note) note.value = known?.note ?? '';
    clear.hidden = known?.verdict === undefined;
  };
  store.onChange(show);
  show();
  return h(
    'fieldset',
    { class: 'judge' },
    h('legend', { class: 'visually-hidden' }, 'Verdict'),
    ...options.map(({ label }) => label),
    clear,
    note,
  );
}
