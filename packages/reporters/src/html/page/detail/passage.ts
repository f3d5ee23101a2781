import type { PairSurroundings, TextSurroundings } from '@preflag/core';
import type { PageItem } from '../../page-data.ts';
import { h } from '../dom.ts';

/** The paragraph that a text stands in, with the text marked. */
export function passage({ before, text, after }: Omit<TextSurroundings, 'kind'>): HTMLElement {
  return h('blockquote', { class: 'passage', dir: 'auto' }, before, text === '' ? undefined : h('mark', {}, text), after);
}

/** A piece of a translation beside its source. */
export function pair({ source, target, at }: PairSurroundings, { expected }: PageItem['evidence']): HTMLElement {
  const start = expected === undefined || expected === '' ? -1 : source.indexOf(expected);
  return h(
    'div',
    { class: 'pair' },
    side('source', source, start < 0 ? undefined : [start, start + (expected ?? '').length]),
    side('translation', target, at),
  );
}

function side(title: string, text: string, at: readonly [number, number] | undefined): HTMLElement {
  const [start, end] = at ?? [0, 0];
  const body =
    text === ''
      ? h('p', { class: 'muted' }, 'nothing')
      : h('p', { dir: 'auto' }, text.slice(0, start), start < end ? h('mark', {}, text.slice(start, end)) : undefined, text.slice(end));
  return h('div', {}, h('p', { class: 'label' }, title), body);
}
