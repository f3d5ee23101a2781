import type { Dismissal } from '@preflag/core';
import { DISMISSAL_LIST } from './dismissals.ts';
import { h, type Child } from './dom.ts';

const KEYS: readonly (readonly [key: string, text: string])[] = [
  ['j  k', 'next and previous finding; arrows too, on a finding'],
  ['Enter', 'open or close'],
  ['m', 'must fix'],
  ['x', 'not a problem, then 1 to 5 for the reason'],
  ['n', 'note'],
  ['u', 'undo'],
  ['s', 'save decisions'],
  ['/', 'search'],
  ['?', 'this help'],
];

/** Shows the keys. */
export function showHelp(): void {
  open('Keys', [h('dl', { class: 'keys' }, ...KEYS.map(([key, text]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, text))))]);
}

/** Asks why findings are no problem; nothing is told where the question is closed. */
export function askReason(count: number, answer: (reason: Dismissal) => void): void {
  const buttons = DISMISSAL_LIST.map(([reason, words], index) =>
    h('button', { type: 'button', onclick: () => (close(), answer(reason)) }, h('kbd', {}, String(index + 1)), ` ${words}`),
  );
  const what = count === 1 ? 'Why is it no problem?' : `Why are these ${count} no problem?`;
  const close = open(what, [h('div', { class: 'choices' }, ...buttons)], (key) => buttons[Number(key) - 1]?.click());
}

/** Asks who decided, and saves. */
export function askReviewer(name: string, summary: string, save: (name: string) => void): void {
  const field = h('input', { type: 'text', name: 'reviewer', autocomplete: 'name', maxlength: '200', autofocus: true });
  field.value = name;
  const form = h(
    'form',
    { method: 'dialog', onsubmit: (event) => (event.preventDefault(), close(), save(field.value.trim())) },
    h('p', {}, summary),
    h('label', {}, 'Your name (may stay empty)', field),
    h('button', { type: 'submit', class: 'primary' }, 'Save decisions.json'),
  );
  const close = open('Save decisions', [form]);
}

/** A question above the page; what is returned closes it. */
function open(title: string, children: readonly Child[], onKey: (key: string) => void = () => undefined): () => void {
  const dialog = h(
    'dialog',
    {
      'aria-label': title,
      autofocus: true,
      onclose: () => dialog.remove(),
      onkeydown: (event) => event instanceof KeyboardEvent && onKey(event.key),
    },
    h(
      'div',
      { class: 'dialog-head' },
      h('h2', {}, title),
      h('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, 'Close'),
    ),
    ...children,
  );
  document.body.append(dialog);
  dialog.showModal();
  return () => dialog.close();
}
